"""The words around names in bylines, by language: "by", roles, desks, agencies, months."""

from __future__ import annotations

import re


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("|"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before a name. Longer ones first where one begins another; a genre may stand before ("Ein Kommentar von", "Analysis by").
BY = re.compile(
    r"""(?:(?:ein(?:e|en)?\s+)?(?:kommentar|analyse|gastbeitrag|interview|kolumne|glosse|reportage|essay|bericht|leitartikel|fotos?\ und\ text)
        \s+von
    |(?:(?:an?\s+)?(?:analysis|opinion|story|report|article|words|text|review|column|comment|essay|reporting|commentary|interview|exclusive|(?:more\ )?(?:articles|stories|posts)
        |guest\ post|post|special\ report|perspective|written|writing|posted|reported|authored|contributed|compiled|published|created|submitted|edited)\s+)?
        by(?=by)|(?:(?:an?\s+)?(?:analysis|opinion|story|report|article|words|text|review|column|comment|essay|reporting|commentary|interview
        |exclusive|guest\ post|post|special\ report|perspective|written|writing|posted|reported|authored|contributed|compiled|published|created
        |submitted)\s+)?by(?!\w)
    |by(?-i:(?=[A-Z][^\W\d_]+\s[A-Z]))
    |this\s(?:post|article|story|piece|entry)\swas\s(?:written|posted|published)\sby(?!\w)
    |(?:zeige\s)?alle\s(?:beiträge|artikel)\svon(?!\w)|(?:voir\s)?tous\sles\sarticles\s(?:de|par)(?!\w)|(?:ver\s)?todos?\slos\sartículos\sde(?!\w)
    |(?:interview|protokoll|recherche)\s*:|(?:escribe|scrive)(?!\w)
    |(?:une?\s+)?(?:analyse|chronique|tribune|(?:propos\ )?recueillie?s?|texte|article|entretien|écrit|rédigé|publié|reportage)?\s*\bpar(?!\w)
    |(?:un\s+)?(?:análisis|escrito|publicado|texto|reportaje|columna|redactado)?\s*\bpor(?!\w)
    |(?:(?:posted|published|written|submitted|created|filed)\s[^\n]{0,60}?\sby(?!\w))
    |(?:(?:veröffentlicht|gepostet|erstellt|eingestellt|geschrieben|publié|publicado|pubblicato|gepubliceerd|geplaatst|publicerad|udgivet)\s
        [^\n]{0,60}?\s(?:von|par|por|da|door|av|af)(?!\w))
    |(?:ein\s+)?(?:erstellt|eingestellt|gespeichert|geschrieben|verfasst|veröffentlicht|gepostet|artikel|(?:blog\s?)?beitrag|text|rezept|autor|im\ wortlaut
        |pressemitteilung|alles|gastartikel|foto\ und\ text|thread\ starter|themenstarter)\s+vo[nm](?!\w)
    |(?:thread\ starter|themenstarter|autorin/autor|autoren|autor:in)\s
    |vom(?!\w)|von(?!\w)(?!\s+der\s+redaktion\s*$)|(?:a\s+cura\s+di|skrevet\s+a[fv]|scritto\s+da|testo\s+di|reportagem\s+de|texto\s+de)(?!\w)|(?:un\s+articolo\s+)?di(?!\w)|door(?!\w)|af(?!\w)|av(?!\w)|oleh(?!\w)|przez(?!\w)|napisał[ai]?(?!\w)
    |(?:yazan|haber|muhabir|yazar)\s*:
    |(?:authors?|author\(s\)|byline|reporter|correspondent|staff\ reporter|writer|auteurs?|autrices?|autor(?:a|es|en|in|i)?|autore|text[eo]?
        |redaktion|redacción|redazione|redactie|skribent|journalist|foto\ und\ text|tekst)\s*:
    |(?:auteurs?|autrice|penulis|autor(?:in)?|автор)\s+(?-i:(?=[A-ZÀ-ÞА-ЯЁ][\w.'’-]+\s[A-ZÀ-ÞА-ЯЁvd]))
    |автор(?:ы|\s+текста|\s+статьи)?\s*:|текст\s*:|корреспондент\s*:
    |(?:نویسنده|نویسندگان|خبرنگار|گزارشگر|به\ قلم|نوشته|بقلم|الكاتب(?:ة)?|كتبت?|إعداد|تقرير|تحرير|گزارش\ از|یادداشت\ از)\s*[:：]?(?!\w)
    |記者\s+(?=[\u4e00-\u9fff]{1,4}\s[\u4e00-\u9fff]{1,4}$|[\u4e00-\u9fff]{4}$)
    |(?:글|기자)\s*[:：=]\s*)""",
    re.I | re.X,
)
# The first words of what `BY` matches, in lower case: a cheap first look.
OPENERS = _words(
    """
    by byby von vom par por di door af av oleh przez ein eine einen un une a an analysis analyse opinion story report
    article words text texte texto review column comment essay reporting commentary interview exclusive guest special
    perspective written writing posted reported authored contributed compiled published created submitted edited filed more
    articles stories posts kommentar gastbeitrag kolumne glosse reportage bericht leitartikel foto fotos chronique
    tribune propos entretien écrit rédigé publié análisis escrito publicado reportaje columna redactado napisał
    napisała napisali scritto testo reportagem author authors author(s) byline reporter correspondent staff writer auteur auteurs autrice autor
    autora autores autoren autorin autori autore redaktion redacción redazione redactie skribent journalist tekst
    erstellt eingestellt gespeichert geschrieben verfasst veröffentlicht gepostet artikel blog beitrag blogbeitrag
    rezept im pressemitteilung alles gastartikel interview protokoll recherche escribe scrive this zeige veröffentlicht pubblicato gepubliceerd geplaatst publicerad udgivet thread themenstarter autorin/autor autor:in yazan haber muhabir yazar
    """
)
# Lines that credit pictures, translators' and producers' work, or say when, not who wrote.
CREDITS = re.compile(
    r"""(?:photo(?:graph)?s?|image|picture|illustrations?|video|foto(?:s|graf(?:in)?)?|bild(?:er)?|illustration|graphics?|getty|credit|copyright|©
        |translated|translation|übersetz(?:t|ung)|traduit|traducción|traduction|edited|reviewed|fact[-\ ]checked|medically|contributions?|editing|production|produced|narrated|read\ more|updated|published|posted
        |last\ updated|aktualisiert|stand|veröffentlicht|publié|actualizado|publicado|mis\ à\ jour|\d|listen|share|follow|subscribe|翻訳者|写真|摄影|图)
        (?!\w)""",
    re.I | re.X,
)
# Behind the writers' names in an agency's credit line: "(Reporting by Ana Lima; additional reporting by Li Wei; editing by Jo March)".
OTHERS_WORK = re.compile(
    r"""[;；]\s*(?:(?:additional|further|with\ additional)\ (?:reporting|writing|contributions?)|(?:writing\ and\ )?editing|edited
        |production|graphics|photography|video|translation|translated|compiled|bearbeitung|redaktion|édition|édité|edición|editado
        |bearbeitet)\b
    |(?<=\w)\s+(?-i:In\s+(?=[A-Z]))|(?<=\w\s)(?:symbol|archiv)(?:bild|foto)\b
    |(?<=\w)(?<!\bund)(?<!\band)(?<!\bet)(?<!\by)\s+(?:illustration(?:en|s)?|fotos?|photos?|photograph(?:y|s)|fotografie|bilder|übersetzung|translation
        |traduction|traducción)\s*(?:\b(?:von|by|par|por|de|di)\b|:)""",
    re.I | re.X,
)
# Lines of a page's head with the shape of a name, that are none: lengths, counts, buttons.
NO_NAME = re.compile(
    r"""(?:reading\ time|read\ time|min(?:ute)?s?\ read|time\ to\ read|lese(?:zeit|dauer)|temps\ de\ lecture|tiempo\ de\ lectura|tempo\ (?:di\ lettura|de\ leitura)|leestijd|lästid|läsetid|lesetid
        |(?:(?:no|keine|aucun|sin|nessun|sem|geen|ingen|leave\ a|add\ a|post\ a)\s)?(?:comment|kommentar|commentaire|comentario|comentário|commento|commenti|reacties)[a-z]{0,2}
        |related\ \w+|more\ \w+|(?:view|read|download)\ in\ .*|table\ of\ contents|key\ takeaways|event\ type|unknown\ author|last\ name|first\ name|breaking\ news|access\ denied|page\ not\ found
        |home|sport|politics|politik|business|wirtschaft|health|industry|default|unknown|(?:view|see|read|show)\ (?:more|all)\ (?:articles|stories|posts)
        |(?:(?:word\ ?press|site|web|super|blog)[_-]?)?admin(?:istrator)?|super\ ?user|(?:.*\b)?all\ rights\ reserved|alle\ rechte\ vorbehalten|publisher|undefined|null|[a-z][a-z_-]*(?=\w*\d[a-z]\w*\d)[a-z0-9_]{14,}
        |name|(?:\w+\ ?by\ )?(?:taboola|outbrain)|(?:相关|最新|热门|推荐|更多)(?:文章|阅读|新闻|资讯)|关注|關注|原创|原創|未知|佚名|匿名|转载|轉載|网络|網路|网络整理|网络转载|互联网|本站|本站原创|本网|(?:企鹅|头条|百家|网易|搜狐|大鱼|微信公众)号|i['’]m|综合|整理|系统管理员|管理员|暂无|不详|无)""",
    re.I | re.X,
)
# "Staff and wire reports", "From news services": who made a text that nobody signed.
REPORTS = re.compile(
    r"(?:from\s+)?(?:(?:[A-Z][\w.]*\s+){0,3})?(?:staff|wire|agency|news\s+services?)(?:\s*(?:,|and|&)\s*(?:news\s+|wire\s+)?(?:wire|agency|agencies|service|services|staff))?"
    r"(?:\s+(?:news\s+)?(?:service\s+|services\s+)?reports?)",
    re.I,
)
# What networks, buttons and feeds leave in a byline.
NOISE = re.compile(
    r"""\b(?:view\ author\ archive|get\ author\ rss\ feed|more\ stories\ by|more\ from|see\ all\ articles\ by|follow\ the\ authors?|all\ posts\ by
        |view\ (?:all|bio|profile|posts)|follow(?:\ on)?(?:\ (?:twitter|x))?|twitter|facebook|instagram|linkedin|email|e-mail|rss|share|sponsored|opens\ in\ new\ tab
        |opens\ a\ new\ window|view\ author\ page|contact|updated|published|posted|last\ updated|special\ to.*|for\ the\ mail\ on\ sunday|for\ mailonline|et\ al\.?|u\.\s?a\.)\b\.?
    |(?<=\w\s)(?:(?:one|no|ein|kein|keine|leave\ a|add\ a|\d+)\ (?:comments?|kommentare?))\s*$
    |^(?:原创|原創)[\s:：]+
    |\+|\b(?:on|am|le|el|stand)\s*$""",
    re.I | re.X,
)
MONTHS = re.compile(
    r"""\b(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|février|mar(?:ch|s|zo)|märz|apr(?:il)?|avril|abril|may|mai|mayo|june?|juni|juin|junio
        |july?|juli|juillet|julio|aug(?:ust)?|août|agosto|sep(?:t|tember|tembre|tiembre)?|oct(?:ober|obre|ubre)?|okt(?:ober)?
        |nov(?:ember|embre|iembre)?|dec(?:ember)?|dez(?:ember)?|décembre|diciembre|januari|februari|augusti|marts|maj|kwietnia)\b""",
    re.I | re.X,
)
WHEN = re.compile(
    r"""\b(?:mon(?:day)?|tues?(?:day)?|wednesday|thurs?(?:day)?|fri(?:day)?|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag
        |samstag|sonntag|(?:(?:یک|دو|سه|چهار|پنج)[ \u200c]?)?شنبه|جمعه|(?:last\ |zuletzt\ )?(?:updated|posted|published|aktualisiert|veröffentlicht)|publié|publicado|actualizado|опубликовано|обновлено|نُ?شر(?:\ في)?|نشرت|منتشر|تاریخ|تاريخ|发布|發布|更新|(?-i:today|yesterday|heute|gestern)|(?:today|yesterday|heute|gestern)(?=\W{1,3}(?:(?:at|um)\ )?\d))\b""",
    re.I | re.X,
)
# Lines that stand among names in author boxes and name nobody.
UI_LINE = re.compile(
    r"""text\ size|see\ full\ bio|(?:view|read|see)\ (?:more|bio|profile|all|full\ profile)|log\ in|sign\ (?:in|up)|share\ this.*|this\ article.*|show\ all\ articles\ of|zur\ artikelübersicht|search\ for\ more\ papers.*|no\ author|unknown|full\ bio|advertiser\ disclosure|fact\ checked|paid|sponsored|.*disclosure|.*['’]s\ (?:most\ )?(?:recent|latest)\ .*|read\ article|show\ (?:more|bio)
    |view\ comments|add\ comment|save\ article|print|copy\ link|reading\ time|show\ sidebar|recent\ posts|post\ author|alle\ beiträge|(?:view\ )?all\ posts.*|iniciar\ sesión|esta\ funcionalidad.*|about\ the\ authors?|meet\ the\ author
    |この記事を書いた人|フォロー|専門・関心分野|プロフィール.*|もっと見る|sedang\ .*|seguir|folgen|suivre|seguici|volg""",
    re.I | re.X,
)
HONORIFICS = re.compile(
    r"(?:(?:dr|prof|mr|mrs|ms|sir|dipl|ing|rer|nat|med|phil|mag|msc|hon|rev|gen|col|lt|capt)\b\.?\s*-?\s*|professor(?:in)?\s+|\bdame\s+)(?=\S)",
    re.I,
)
DEGREES = re.compile(
    r"(?:[A-Z][A-Za-z]{0,2}\.?-?){1,3}[®™]?|Ph\.?\s?D\.?|M\.?\s?D\.?|M\.?\s?A\.?|M\.?B\.?A\.?|CFP[®]?|FAND|DABOM|FOMA|Esq\.?|Jr\.?|Sr\.?|I{2,3}|LL\.?M\.?|B\.?A\.?|RDN?|CPA|DVM|DACVB"
)
ROLE = re.compile(
    r"""(?<!\w)(?:(?:staff\s+)?writers?|reporters?|correspondents?|editors?|editor-in-chief|columnists?|contributors?|journalists?|producers?|photographers?|analysts?
        |directors?|presidents?|professors?|fellows?|researchers?|anchors?|hosts?|critics?|bureau\s+chief|chief\s+\w+\s+(?:writer|correspondent|officer)|ceo|cto|founders?|co-founder
        |consultants?|coordinators?|gardeners?|horticultur(?:al)?ists?|botanists?|arborists?|educators?|nutritionists?|psychologists?|dermatologists?|marketers?|advis[eo]rs?|strategists?|engineers?|developers?|scientists?|officers?|members?|lecturers?|therapists?|physicians?|nurses?
        |attorneys?|lawyers?|curators?|veterinarians?|economists?|volunteers?|students?|candidates?|astrologers?|disclosure|checked|reviewed|moderators?|bloggers?|owners?|creators?|partners?
        |contributing|freelance|intern|dietitians?|experts?|specialists?|managers?|producer|senior\s+\w+|deputy\s+\w+|managing\s+\w+|executive\s+\w+|news\s+fellow
        |redakteur(?:in|e)?|chefredakteur(?:in)?|korrespondent(?:in|en)?|volontär(?:in)?|redaktionsleiter(?:in)?|ressortleiter(?:in)?|reporter(?:in)?|journalist(?:in|en)?
        |autor(?:in)?|kolumnist(?:in)?|leitende[rn]?\s+\w+|freie[r]?\s+\w+|wirtschaftsredakteur(?:in)?|politikredakteur(?:in)?|sportredakteur(?:in)?|mitarbeiter(?:in)?
        |journaliste|correspondante?s?|envoyée?s?\s+spéciale?s?|rédact(?:eur|rice)(?:\s+en\s+chef)?|chroniqueu(?:r|se)|grand\s+reporter|chercheu(?:r|se)|éditorialiste
        |corresponsal(?:es)?|periodista|redactora?|enviad[oa]\s+especial|editora?|reportera?|columnista|directora?
        |giornalista|inviat[oa]|corrispondente|caporedattore|redattore|redattrice|repórter|jornalista|correspondente|colunista|enviad[oa]
        |verslaggever|redacteur|correspondente?|journaliste?|reportere?|redaktør|redaktör|kommentator|skribent|krönikör|toimittaja
        |корреспондент|журналист(?:ка)?|редактор|обозреватель|колумнист|автор|спецкор|خبرنگار|روزنامه‌نگار|مراسل|صحفي|كاتب|محرر
        |muhabiri?|editörü?|yazarı?|dziennikarz|dziennikarka|redaktor|gazeteci|wartawan|jurnalis)(?!\w)
    |記者$|记者$|기자$|칼럼니스트$|논설위원$|특파원$|編集部員$|特派員$|論説委員$""",
    re.I | re.X,
)
# Titles with the field they are held in, and words of such fields.
FIELD = re.compile(
    r"\s*(?:head|chair(?:man|woman|person)?|dean|chief|vice\s+president|vp|director|leiter(?:in)?|chef(?:in)?|responsable|jefe|jefa|secretary)\s+(?:of|for|der|des|de|du)\b",
    re.I,
)
FIELD_WORDS = re.compile(
    r"\b(?:affairs|analytics|communications?|community|content|data|design|development|digital|education|engineering|finance|growth|health|innovation|law"
    r"|management|marketing|media|operations|partnerships|planning|policy|product|programs?|public|relations|research|safety|sales|science|security"
    r"|services|strategy|studies|technology|training)\s*$",
    re.I,
)
DESK = re.compile(
    r"""(?<!\w)(?:staff|staffs|news\s?desk|\w*\s*desk|newsroom|editorial\s+(?:board|team|staff|department)|editorial|editors|the\s+editors|team|web\s?team|webteam|redaktion(?:steam)?|\w*redaktion|online-redaktion
        |(?:la\s+)?rédaction|(?:la\s+)?redacción|redazione|redactie|redação|redaksi(?:onen|yon)?|toimitus|redakcja|redakce|szerkesztőség|редакция|редакции|редакція|(?:our|own|special|a)\s+(?:own\s+)?correspondents?|our\s+reporters?
        |staff\s+(?:writers?|reporters?|correspondents?|report)|editorial\s+writers|web\s+report|agencies|wire\s+(?:services?|reports?)|news\s+services?|newswires?|press\s+office|pressestelle|collectif|agenturen
        |নিজস্ব\s+প্রতিবেদক|স্টাফ\s+রিপোর্টার|অনলাইন\s+ডেস্ক|ডেস্ক\s+রিপোর্ট|ویب\s+ڈیسک|اسٹاف\s+رپورٹر|நமது\s+நிருபர்|டிஜிட்டல்\s+டெஸ்க்|فريق\s+التحرير|סוכנויות\s+הידיעות|(?:न्यूज|डिजिटल|वेब|ऑनलाइन)\s+डेस्क|กองบรรณาธิการ|mwandishi\s+wetu|redacția
        |haber\s+merkezi|agencias|agences|from\s+(?:news|wire)\s+(?:services|reports)|admin(?:istrator)?|guest\s+(?:author|contributor|writer)|webmaster|anonymous)\s*$
    |^(?:the\s+)?(?:redaktion|rédaction|redacción|redazione|staff|editors|editorial|newsdesk|team|press\s+release)(?!\w)
    |編集部|编辑部|編輯部|编委会|社論|社论|社説|本报评论员|本报讯|综合报道|綜合報導|取材班|هیئت تحریریه|تحریریه|هیأت تحریریه|هيئة التحرير|أسرة التحرير|سرویس|گروه|편집국|온라인뉴스팀|뉴스팀|디지털뉴스|[一-鿿](?:部|支局|総局)$""",
    re.I | re.X,
)
ORGANISATION = re.compile(
    r"""(?<!\w)(?:news|nachrichten|press|post|observer|courier|chronicle|guardian|telegraph|examiner|inquirer|bulletin|dispatch|int['’]l|international|presse|agency|agentur|agence|agencia|times|zeitung|gazette|herald|tribune|journal|magazine|magazin|daily|television|tv|radio|media|network|broadcasting|corporation|inc\.?
        |gmbh|ltd\.?|llc|ag|e\.v\.|institute|institut|university|universität|université|universidad|ministry|ministerium|council|foundation|stiftung|association|verband|society|center|centre|group|company|committee
        |club|online|digital|online-?news|redazionale|infocom|rundfunk|bundesamt|department|press-release|reuters|afp|editorial|services?|publishing|verlag|union|bank|\w+\.(?:com|org|net|de|ch|at|ir|uk|fr|es|it|is|no|se|pl|ru|info|gov))(?!\w)
    |^the\s+\w+|通讯社|新闻|新聞|日报|日報|电视台|通信社|新華社|新华社|オンライン|デジタル|خبرگزاری|وكالة|وكالات|ایسنا|ایرنا|تسنیم|صحيفة|شبكة|агентство|новости|뉴스|신문
    |\w*[\u4e00-\u9fff]\w*(?:网|報|报|社|电视台|電視台|广播|频道|頻道|传媒|傳媒|公司|集团|集團|委员会|研究院|研究所|大学|大學|医院|协会|协會|之家|官网|官方|发布|周刊|週刊|杂志|雜誌|在线|资讯|党支部|消息)$""",
    re.I | re.X,
)
# News agencies by name, in lower case; and by letters, as they are printed.
AGENCIES = _phrases(
    """
    associated press | reuters | thomson reuters | agence france-presse | deutsche presse-agentur | dpa-afx | dpa-
    infocom | keystone-sda | europa press | adnkronos | lapresse | belga | ritzau | itar-tass | ria novosti | interfax
    | unian | ukrinform | xinhua | kyodo | kyodo news | jiji press | yonhap | bernama | antara | canadian press |
    pa media | press association | irna | isna | tasnim | anadolu | anadolu agency | wafa | sputnik | agencies |
    news agencies | télam | telam | notimex | bloomberg | bloomberg news | kathpress | agencia efe | ntb | efe | afp |
    ansa | dpa | lusa | cnn wire | tanjug | танјуг | апе-мпе | απε-μπε | αμπε | бта | askanews | italpress | kazinform | واس | بترا | وفا | وأج | أ ش أ | 中新社 | 新华社 | 新華社 | 新华网 | 新華網 | 共同 | 時事 | 共同通信 | 時事通信 | 연합뉴스 | 뉴시스 | ایرنا | ایسنا | تسنیم |
    خبرگزاری فارس | رويترز | رویترز | أ ف ب | فرانس برس | тасс | риа новости | интерфакс
    """
)
AGENCY_LETTERS = _words(
    """
    AP SID sid EPD epd KNA kna APA apa SDA sda EP AGI ANP TT STT PAP CTK ČTK MTI TASS PTI ANI IANS UNI APP AAP CP PA
    UPI AA İHA IHA DHA BNS ELTA LETA KNA SPA MENA SANA QNA WAM ATS ots OTS ddp dapd dts lno IPS TNN JIJI NTB
    """
)
PARTICLES = _words(
    """
    de del della dei di da das do dos du des la le les el al bin bint ibn van von den der ter ten te zu zur zum vom y
    e i av af abu ben ul ud af ap st o d d' l' v. d’ mc und
    """
)
# Scripts without capitals.
UNCASED = re.compile("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]")
WITH = frozenset(("with", "mit", "avec", "con", "com", "met", "med"))
AND = frozenset(("&", "and", "und", "et", "y", "e", "og", "och"))
# What stands between a name and its role: "Jane Doe Senior Politics Editor".
BEFORE_ROLE = _words(
    """
    senior junior chief deputy associate assistant managing executive contributing freelance special political
    politics opinion education transport climate crime local city arts defence defense economics environment media religion travel weather
    business sports sport science health technology tech culture foreign national breaking investigative
    staff the a an our of in at and & leitender leitende politischer freie freier der die das le la les los las grand
    """
)
