"""Invitations of the house, and what articles tell of newsletters, channels and commissions."""

from __future__ import annotations

import pytest

from dateline.article.body.mending.house_lines import is_of_the_house

INVITATIONS = [
    "Sign up for our free daily newsletter.",
    "Subscribe to The Harbour Gazette's weekly briefing.",
    "Join our WhatsApp channel for breaking news from the harbour.",
    "Get our best stories straight to your inbox every morning.",
    "Want more from the harbour? Sign up to get it in your inbox.",
    "Melden Sie sich hier für unseren Newsletter an.",
    "Folgen Sie uns auf Instagram und Facebook.",
    "Folgen Sie unserem WhatsApp-Kanal.",
    "Abonnieren Sie unseren Newsletter und verpassen Sie nichts mehr.",
    "Unser Newsletter kommt jeden Freitag direkt in Ihr Postfach.",
    "Suivez-nous sur WhatsApp et Google Actualités.",
    "Rejoignez notre chaîne WhatsApp pour ne rien manquer.",
    "Recevez notre newsletter chaque matin.",
    "Abonnez-vous à notre infolettre.",
    "Síguenos en Google News y en nuestro canal de WhatsApp.",
    "Suscríbete a nuestro boletín diario.",
    "Recibe cada mañana nuestras noticias en tu correo con el boletín del puerto.",
    "Únete a nuestro canal de Telegram.",
    "Siga nosso canal no WhatsApp e receba as notícias do porto.",
    "Inscreva-se na nossa newsletter.",
    "Assine nossa newsletter e receba tudo na sua caixa de entrada.",
    "Iscriviti alla nostra newsletter.",
    "Seguici su Facebook e Instagram.",
    "Segui il nostro canale WhatsApp.",
    "Schrijf je in voor onze nieuwsbrief.",
    "Volg ons op Instagram.",
    "Meld je aan voor onze dagelijkse nieuwsbrief.",
    "Följ oss på Facebook.",
    "Prenumerera på vårt nyhetsbrev.",
    "Meld deg på vårt nyhetsbrev.",
    "Tilmeld dig vores nyhedsbrev.",
    "Følg oss på Facebook og Instagram.",
    "Zapisz się do naszego newslettera.",
    "Obserwuj nas w Google News.",
    "Sledujte nás na Facebooku.",
    "Подписывайтесь на наш Telegram-канал.",
    "Читайте нас в Telegram.",
    "Підписуйтесь на наш канал у Telegram.",
    "Стежте за нами у Facebook.",
    "This article contains affiliate links.",
    "As an Amazon Associate we earn from qualifying purchases.",
    "Dieser Artikel enthält Affiliate-Links.",
    "Cet article contient des liens affiliés.",
    "Este artículo contiene enlaces de afiliación.",
    "You can unsubscribe at any time.",
    "When you buy through links on our site, we may earn an affiliate commission.",
]
OF_THE_ARTICLE = [
    "Residents can sign up for the city's newsletter at the town hall.",
    "The newsletter reaches 40,000 readers every Friday and is written by two people.",
    "Phishing mails land in your inbox every day, and most are easy to spot.",
    "Every morning the scammers send a newsletter to their victims' inboxes.",
    "Der Newsletter der Stadt landet täglich in ihrem Postfach.",
    "Wer den Newsletter der Partei abonniert, bekommt jeden Morgen eine Mail in sein Postfach.",
    "Folgen Sie der Beschilderung bis zum Kanal.",
    "Folgt man dem Kanal, kommt man zum Hafen.",
    "Folge des Streits ist, dass unser Kanal im Winter geschlossen bleibt.",
    "Siga por la calle principal hasta el canal y gire a la derecha.",
    "Sigue la polémica por el canal de riego de nuestro municipio.",
    "Recibe el alcalde cada mañana un boletín con las noticias del puerto.",
    "Suivez la route jusqu'au canal, puis tournez à gauche.",
    "Rejoignez le canal à pied depuis la gare.",
    "Segui il canale fino al ponte.",
    "Volg het kanaal tot aan onze molen.",
    "Följ kanalen till slussen.",
    "Siga as notícias nos canais da prefeitura.",
    "Siga o canal até a ponte.",
    "Следите за каналом: весной он разливается.",
    "Стежте за каналом: навесні він розливається.",
    "Sign up for the police force's WhatsApp service at the counter of any station.",
    "The platform may earn a commission of 12 percent on each booking.",
    "Brokers may receive a commission if you sign, which is why the regulator wants disclosure.",
    "Vermittler erhalten eine Provision, wenn Kunden über einen der Links abschließen.",
    "Google removes links in search results that may earn sellers a commission.",
    "By signing up for the trial, patients agree that their data may be shared.",
    "By clicking on the link, victims install the software that reads their passwords.",
    "Join our neighbours for a day and you will see how the harbour wakes.",
    "Get our boys home, read the placards.",
    "Suscríbase o no, el periódico subirá de precio.",
    "Assine ou não assine o acordo, o prefeito terá de explicar os gastos.",
    "Our newsletter was the only thing that kept the club together, he recalls.",
    "Us Weekly and two other magazines subscribe to the agency.",
    "Abonnieren Sie keine Zeitung an der Haustür.",
    "Inscrivez-vous sur les listes électorales avant vendredi.",
    "Iscriviti all'anagrafe entro venerdì: è il consiglio del Comune.",
    "Her weekly newsletter lands in 12,000 inboxes.",
    "The email in your inbox may look as if it came from your bank, but it did not.",
    "Want to keep thieves out of your inbox? Change the password.",
    "Get used to it: robots will write to your inbox.",
    "Notre chaîne YouTube préférée a fermé, regrettent les élèves.",
    "Prenumererar du på tidningen får du den hem i brevlådan.",
    "Abonner på avisen får du på biblioteket.",
]


@pytest.mark.parametrize("line", INVITATIONS)
def test_invitations_go(line: str) -> None:
    assert is_of_the_house(line)


@pytest.mark.parametrize("line", OF_THE_ARTICLE)
def test_what_tells_of_them_stays(line: str) -> None:
    assert not is_of_the_house(line)
