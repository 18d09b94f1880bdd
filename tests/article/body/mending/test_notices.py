"""Notices that a site shows with every page."""

from __future__ import annotations

import pytest
from tests.article.body.mending.choosing import P, kept

from dateline.article.body.mending.notices import is_notice

NOTICES = [
    "We and our 214 partners store and access information on a device, such as cookies, to show you the pier.",
    "We use cookies to make this page better.",
    "This website uses cookies. Read how in our rules.",
    "Personalised ads and content, ad and content measurement, audience research and service development.",
    "Wir und unsere Partner verarbeiten Daten, um Ihnen passende Anzeigen zu zeigen.",
    "Um dir mehr zu zeigen, setzen wir Cookies und Ähnliches ein.",
    "Wir verwenden auf dieser Seite Cookies.",
    "Informationen auf einem Gerät speichern und abrufen: Cookies und Kennungen können auf deinem Gerät abgelegt werden.",
    "Personalisierte Anzeigen und Anzeigenmessung: was Sie sehen, wird gezählt.",
    "Du kannst deine Einwilligung in die Verarbeitung von personenbezogenen Daten jederzeit am Ende der Seite widerrufen.",
    "Nous et nos 98 partenaires déposons des traceurs.",
    "Nous utilisons des cookies.",
    "Utilizamos cookies propias y de terceros.",
    "Utilizziamo i cookie per far funzionare il sito.",
    "Nós e os nossos parceiros guardamos dados no seu dispositivo.",
    "Wij gebruiken cookies.",
    "Vi använder cookies för att sidan ska fungera.",
    "Vi bruker informasjonskapsler.",
    "My i nasi zaufani partnerzy przechowujemy dane na urządzeniu.",
    "Мы используем файлы cookie.",
    "Ми використовуємо файли cookie.",
    "Bu sitede çerezler kullanılmaktadır.",
    "当サイトではクッキーを使用しています。",
    "© 2026 The Harbour Gazette. All rights reserved. This text may not be published, broadcast or rewritten.",
    "All rights reserved. No part of it may be copied.",
    "Alle Rechte vorbehalten. Ein Nachdruck ist nur mit Zustimmung des Verlags erlaubt.",
    "Toute reproduction totale ou partielle est interdite. Tous droits réservés.",
    "Todos los derechos reservados. Prohibida su reproducción.",
    "Wszelkie prawa zastrzeżone.",
    "Использование материалов сайта возможно только со ссылкой.",
    "При использовании материалов ссылка обязательна.",
    "Використання матеріалів порталу лише за умови посилання на «Гавань».",
    "Всі матеріали, які розміщені тут із посиланням на агентство, не підлягають передруку.",
    "Матеріали з позначкою «Партнер» публікуються на правах реклами.",
    "記事・写真の無断転載を禁じます。",
    "本网站版权所有，转载请注明出处。",
    "무단전재 및 재배포 금지",
    "جميع الحقوق محفوظة لميناء نيوز",
    "We use cookies on this site. More on them can be found in our rules.",
    "Использование материалов без ссылки на источник запрещено.",
    "Використання матеріалів без посилання на джерело заборонено.",
]
OF_THE_ARTICLE = [
    *P,
    "The watchdog said that the shop had set cookies on a device without asking, and fined it four million.",
    "Nine of ten sites set cookies before a visitor has agreed, the researchers found.",
    "“We use cookies only to remember the language that a reader has chosen,” the ferry company wrote in its answer.",
    "Die Behörde rügt, dass personalisierte Werbung ohne Einwilligung gezeigt wurde.",
    "Apps may read information on your phone, even when they are closed.",
    "Elle a retiré son consentement devant le juge.",
    "La decisione arriva a maggio. © RIPRODUZIONE RISERVATA",
    "The ferry will sail through the winter. All rights reserved.",
    "The experiment may not be reproduced so easily, she warned.",
    "Для моста закупили материалы с завода под Аренсом.",
    "Использование материалов уголовного дела вызвало споры.",
    "Матеріали з місця аварії передали слідчим.",
    "He had the words “all rights reserved” tattooed on his arm.",
    "Its partners in the harbour want a say.",
    "Использование материалов сайта Госуслуг станет обязательным.",
    "The regulator fined the site 2 million euros because it stored cookies on a device before users had agreed.",
    "We use cookies at home too, my daughter says, but only the kind with chocolate.",
    "Google will stop supporting third-party cookies and personalised ads in Chrome next year, the company said on Tuesday.",
    "Third-party cookies and personalised advertising are the two pillars of the business, and both are crumbling.",
    "Under the law, personalised ads may be shown only with consent, and cookies expire after a year.",
    "Die Behörde verlangt, dass personalisierte Werbung und Cookies nur nach Zustimmung erlaubt sind.",
    "Ihre Einwilligung in die Verarbeitung von personenbezogenen Daten müssen Patienten künftig schriftlich geben.",
    "Auf einem Gerät in der Küche fanden die Ermittler Cookies von 14 verschiedenen Webseiten.",
    "Wir und unsere Partner in Europa werden die Ukraine so lange unterstützen, wie es nötig ist.",
    "Nous et nos partenaires européens ne céderons pas, a assuré le ministre.",
    "Noi e i nostri partner europei non cederemo.",
    "We and our partners in NATO will defend every inch of allied territory.",
    "We and our European partners have decided to freeze the assets.",
    "Vi och våra partner i EU kommer att fortsätta stödja Ukraina.",
    "My i nasi partnerzy z NATO jesteśmy gotowi.",
    "Nosotros y nuestros socios europeos trabajamos juntos.",
    "Nós e os nossos parceiros da CPLP vamos continuar.",
    "Prohibida la reproducción asistida en el país, las parejas viajan al extranjero.",
    "La Corte declaró prohibida la reproducción de la imagen del menor.",
    "The photos may not be reproduced in any form, the court ruled on Friday.",
    "The book may not be copied in any form, according to the will.",
    "Перепечатка материалов из советских архивов стала обычным делом.",
    "При использовании материалов местных карьеров дорога обойдется дешевле.",
    "Все материалы размещены в деле, заявил адвокат.",
    "Все материалы, размещенные в деле, адвокат изучил за неделю.",
    "Все права защищены законом, напомнил судья.",
    "All rights reserved for women only on paper: that is how she describes the new law.",
    "Tutti i diritti riservati agli uomini, scrive l'autrice.",
    "Alle Rechte vorbehalten hat sich der Verlag auch bei den Filmrechten.",
    "转载请注明，这句话在网络时代已成空话。",
    "This material may not be used in houses above 18 metres, the new building code lays down.",
    "This text may not be reproduced without the heirs' permission, ruled the court in Leiden in the case of the lost diary.",
    "This page may not be used, Judge Orlan wrote beside the torn sheet of evidence.",
    "No part of it may be used for housing, the donor of the park laid down in 1922.",
    "No part of this site may be used for parking, the council decided on Monday.",
    "Reproduction in whole or in part of the banknotes is forbidden, as a Kassel baker learned when he iced one on a cake.",
    "This site uses cookies is a sentence that Europeans read on average nine times a day.",
    "By using the app you agree to cookies and a good deal more, the consumer league of Norrland found.",
    "We and our partners want the data of the ferry's engine published, the engineers' union demanded, and ads against it withdrawn.",
    "The phrase we and our partners store data on your device appears on nine in ten news sites.",
    "Diese Website verwendet Cookies, mit diesem Satz begann 2012 ein Jahrzehnt der Banner.",
    "Wir verwenden Cookies aus Dinkelmehl für den Boden der Torte, im Web finden sich auch Rezepte mit Hafer.",
    "Wir und unsere Partner in Polen tauschen Daten über Werbung für Schlepperrouten aus, so der Zoll in Görlitz.",
    "Nous utilisons des cookies au beurre salé pour le fond du gâteau, explique la page de la pâtissière.",
    "Nous et nos partenaires européens partageons les données des navires, publicité ou non, écrit la marine.",
    "Prohibida la reproducción total o parcial de los billetes, el artista de Vigo pintó los suyos a mano.",
    "Utilizamos cookies de avena para la base, y en la web de la escuela está la receta entera.",
    "Nosotros y nuestros socios pedimos los datos del vertido y no publicidad, resumió la cofradía.",
    "Proibida a reprodução total ou parcial das chaves, o chaveiro de Belém ganhou na Justiça.",
    "Utilizamos cookies de chocolate nesta sobremesa, e a página da chef traz a versão sem glúten.",
    "Utilizziamo cookie sbriciolati al posto della pasta frolla, e sul web la ricetta spopola.",
    "Noi e i nostri partner chiediamo i dati del radar e niente pubblicità, scrive la guardia costiera.",
    "Wij gebruiken cookies als bodem voor de taart, en op de website staat een variant met haver.",
    "Deze site gebruikt cookies, luidt de zin die Nederlanders negen keer per dag wegklikken.",
    "Vi använder kakor från bageriet i Falun, och på sidan nio finns receptet.",
    "Vi bruker informasjonskapsler uten samtykke, innrømmet nettstedet overfor tilsynet i Bergen.",
    "Używamy plików cookie bez zgody, przyznał na stronie urząd z Radomia.",
    "My i nasi partnerzy z portu chcemy danych o zanieczyszczeniu, a nie reklam, napisali rybacy.",
    "Использование материалов дела без ссылки на источник обернулось для блогера из Перми штрафом.",
    "Цитирование материалов следствия в статье без ссылки стоило газете двух судов.",
    "Мы используем cookie вместо коржей, а рецепт лежит на сайте кондитера из Казани.",
    "Цитування матеріалів справи без посилання коштувало блогеру з Рівного дев’ять тисяч.",
    "Ми використовуємо cookie без згоди, визнав сайт міськради Сум.",
    "未经授权不得转载的声明并不能阻止人工智能公司抓取新闻，法院判决指出。",
    "版权所有问题困扰着这家小出版社，直到去年春天才解决。",
    "转载请注明出处，这句话在网上几乎没人理会，研究者发现。",
    "法院认定禁止无断转载的条款有效，平台须赔偿九万元。",
    "무단 전재 및 재배포 금지 문구가 있어도 인공지능 학습을 막지 못한다고 연구진은 밝혔다.",
    "جميع الحقوق محفوظة، عبارة كتبها الرسام على ظهر اللوحة المسروقة في طنجة.",
    "نستخدم ملفات تعريف الارتباط لتتبع المهربين على الويب، كشفت الشرطة في عمان.",
    "تمامی حقوق این کارگران از مهر ماه پرداخت نشده است و کارخانه همچنان بسته است.",
    "تمامی حقوق برای زنان افغان از میان رفته است، گزارش سازمان ملل نشان می‌دهد.",
    "تمامی حقوق مادی فیلم به دختر کارگردان رسید.",
]


@pytest.mark.parametrize("line", NOTICES)
def test_notices_go(line: str) -> None:
    assert is_notice(line)
    assert kept("\n\n".join([*P, line]), {*P, line}, text=True) == P


@pytest.mark.parametrize("line", OF_THE_ARTICLE)
def test_the_article_stays(line: str) -> None:
    assert not is_notice(line)


def test_notices_go_however_long_they_are_beside_the_article() -> None:
    notice = "We use cookies. " + "You can read what each of them is for in our rules. " * 12
    assert len(notice) > len(" ".join(P[:2]))
    assert kept("\n\n".join([*P[:2], notice.strip()]), {*P[:2], notice.strip()}, text=True) == P[:2]


def test_a_page_that_is_a_notice_stays() -> None:
    lines = NOTICES[:2]
    assert kept("\n\n".join(lines), set(lines), text=True) == lines
