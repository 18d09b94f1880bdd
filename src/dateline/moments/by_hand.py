"""Words of dates that CLDR through Babel lacks, collected by hand: months of other calendars, the words around numbers, eras.

`words.py` gives them their codes; they stand here folded or not, as they are printed.
"""

# Twelve names a line, one line a language or a way of spelling.
SOLAR_MONTHS = """
فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت
وری غویی غبرگولی چنگاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب
خاکەلێوە گوڵان جۆزەردان پووشپەڕ گەلاوێژ خەرمانان ڕەزبەر گەڵاڕێزان سەرماوەز بەفرانبار ڕێبەندان ڕەشەمە
خاکەلێوەی گوڵانی جۆزەردانی پووشپەڕی گەلاوێژی خەرمانانی ڕەزبەری گەڵاڕێزانی سەرماوەزی بەفرانباری ڕێبەندانی ڕەشەمەی
farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand
farwardin ardibehesht khordād tîr amordad shahriwar mehr abān āzar dei bahman esfand
hamal sawr jawza saratan asad sonbola mizan aqrab qaws jadi dalw hut
"""
ISLAMIC_MONTHS = """
محرم,صفر,ربيع الأول,ربيع الآخر,جمادى الأولى,جمادى الآخرة,رجب,شعبان,رمضان,شوال,ذو القعدة,ذو الحجة
محرم الحرام,صفر المظفر,ربيع أول,ربيع الثاني,جمادى الأول,جمادى الثانية,رجب,شعبان,رمضان المبارك,شوال المكرم,ذي القعدة,ذي الحجة
محرم,صفر,ربيع أول,ربيع ثاني,جمادى أولى,جمادى الثاني,رجب,شعبان,رمضان,شوال,ذوالقعدة,ذوالحجة
محرم,صفر,ربیع‌الاول,ربیع‌الثانی,جمادی‌الاول,جمادی‌الثانی,رجب,شعبان,رمضان,شوال,ذیقعده,ذیحجه
محرم,صفر,ربیع الاول,ربیع الثانی,جمادی الاول,جمادی الثانی,رجب,شعبان,رمضان,شوال,ذی القعدہ,ذی الحجہ
محرم,صفر,ربیع‌الاول,ربیع‌الآخر,جمادی‌الاولی,جمادی‌الثانیه,رجب,شعبان,رمضان,شوال,ذی‌القعده,ذی‌الحجه
muharram,safar,rabi al-awwal,rabi al-thani,jumada al-awwal,jumada al-thani,rajab,shaban,ramadan,shawwal,dhu al-qadah,dhu al-hijjah
muharram,safar,rabi ul-awwal,rabi ul-thani,jumada al-ula,jumada al-akhirah,rajab,shaaban,ramadhan,shawwal,dhul qadah,dhul hijjah
muharram,safar,rabi i,rabi ii,jumada i,jumada ii,rajab,shaban,ramzan,shawwal,dhuʻl-qiʻdah,dhuʻl-hijjah
muharrem,safer,rebiülevvel,rebiülahir,cemaziyelevvel,cemaziyelahir,recep,şaban,ramazan,şevval,zilkade,zilhicce
muharam,safar,rabiul awal,rabiul akhir,jumadil awal,jumadil akhir,rajab,syaban,ramadan,syawal,zulkaidah,zulhijah
muharam,safar,rabiulawal,rabiulakhir,jamadilawal,jamadilakhir,rejab,syaaban,ramadan,syawal,zulkaedah,zulhijjah
мухаррам,сафар,раби аль-авваль,раби ас-сани,джумада аль-уля,джумада ас-сания,раджаб,шаабан,рамадан,шавваль,зуль-каада,зуль-хиджа
"""
# Spellings of Gregorian months met in news beside those of CLDR.
MORE_MONTHS = """
jan febr mch aprl my jne jly agst sepbr octr novr decr
jän feber mrz apl mai juno julei augst septbr oktbr novbr dezbr
gener pebruari mrt avril maj iunie iulie agt setiembre octubre nopember dicembre
genn fevr marz avr magg giug lugl agos setem ottob noi dicem
янв фев мрт апр май июн июл авг сен окт ноя дек
січ лют бер кві тра чер лип сер вер жов лис гру
जनवरी फरवरी मार्च अप्रेल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर
ژانویه فوریه مارچ اپریل مه جون جولای آگوست سپتمبر اکتوبر نوامبر دسامبر
جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
"""
LEVANTINE = {"كانون ثاني": 1, "كانون أول": 12, "تشرين أول": 10, "تشرين ثاني": 11, "كانون ٢": 1, "كانون ١": 12}

STRUNG = """
of the on at de del di do da dos das d den le la el il lo un to in im am um kl klo kello klockan o à a
las los les alle alla ore ora ao às as om op os em u w v na dnia godz godzina godzinie ve saat saati
saatte tarihinde pukul jam tanggal tgl ngày năm lúc vào hồi clock st nd rd th er re ère ème ª º te ste
en ter ega ga go r ro uur t ab eko koa από στις ώρα τις την της η в в. о об года год году г гг года.
року р рік годзіне ў часов год. г. година години жылы жылғы йил йилда yil yilda ساعت ساعة الساعة في فی
یوم يوم مورخ تاریخ بتاریخ عام سنة سال روز مؤرخ بروز هفته عند على الموافق د में को बजे तारीख সালের সাল
তারিখ তারিখে সালে తేదీ ம் தேதி వ තේ ದಂದು วันที่ ที่ เวลา เมื่อ ปี น ของ ວັນທີ ថ្ងៃទី ឆ្នាំ ខែ 년도 자 에 부터
の に 付 は time local órakor év évi napján dne hodin hod leto leta ur ob metų mėnesio val gada plkst kell
kella kellon klukkan
"""
CLOCK_UNITS = {
    "H": "h hs hrs uhr uur ч час часов часа année นาฬิกา ໂມງ giờ 時 时 點 点 시 ur urą",
    "i": "min mn мин นาที ນາທີ phút 分 분",
    "s": "sek sec сек วินาที ວິນາທີ giây 秒 초",
    "k": "年 년",
    "m": "月 월",
    "d": "日 号 號 일",
    "p": "tháng thg thang ខែ ཟླ་",
    "S": "сар сарын",
}
ERA_WORDS = {
    "gregorian": "ad ce م میلادی ميلادية ميلادي คศ 公元 西元 ம",
    "solar hijri": "هش هجری‌شمسی خورشیدی شمسی ap shamsi",
    "islamic": "ah هق قمری hicri",
    "hijri": "ه هـ هجري هجرية هجری",
    "buddhist": "พศ be พุทธศักราช 佛历 佛曆 ពស ພສ",
    "minguo": "民國 民国 中華民國 中华民国 中華民国",
    "明治": "明治",
    "大正": "大正",
    "昭和": "昭和",
    "平成": "平成",
    "令和": "令和",
}
# The letters of Japanese eras, read so only in Japanese.
ERA_LETTERS = {"r": "令和", "h": "平成", "s": "昭和", "t": "大正"}
HALVES = {
    "am": "am a.m. 上午 午前 早上 清晨 早晨 오전 sáng ص صباحا صبح पूर्वाह्न",
    "pm": "pm p.m. 下午 午後 晚上 晚间 晚間 傍晚 오후 chiều tối مساء م عصر ظهر ب.ظ بعدازظهر",
    "night": "凌晨 深夜 새벽 đêm",
    "noon": "中午 正午 trưa",
}
MARKED_WEEKDAYS = dict(
    zip("月火水木金土日一二三四五六월화수목금토", (0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5), strict=True)
) | {"일": 6, "天": 6}

# Patterns of the web that CLDR does not have, as "words before {} words after": unit.
MORE_COUNTED = {
    "{} hrs ago": "hour", "{} hr ago": "hour", "{}h ago": "hour", "{} mins ago": "minute", "{}m ago": "minute",
    "{}min ago": "minute",
    "{}d ago": "day", "{} hours earlier": "hour", "{} secs ago": "second", "about {} hours ago": "hour",
    "vor {} Std": "hour", "vor {} Minuten": "minute", "vor {} Min": "minute", "il y a {} h": "hour", "il y a {} mn": "minute",
    "hace {} min": "minute", "hace {} minutos": "minute", "há {} minutos": "minute", "há {} horas": "hour", "há {} dias": "day",
    "منذ {} ساعة": "hour", "منذ {} ساعات": "hour", "منذ {} دقيقة": "minute", "منذ {} دقائق": "minute", "منذ {} يوم": "day",
    "منذ {} يوما": "day", "منذ {} أيام": "day", "منذ {} أسابيع": "week", "منذ {} أسبوع": "week", "منذ {} أشهر": "month",
    "منذ {} ثانية": "second", "منذ {} ثوان": "second", "منذ {} سنوات": "year", "منذ {} سنة": "year",
    "{} ساعت قبل": "hour", "{} دقیقه قبل": "minute", "{} روز قبل": "day", "{} هفته قبل": "week", "{} ماه قبل": "month",
    "{} سال قبل": "year", "{} ثانیه قبل": "second", "{} jam yang lalu": "hour", "{} jam lalu": "hour", "{} menit lalu": "minute",
    "{} menit yang lalu": "minute", "{} hari yang lalu": "day", "{} часа назад": "hour", "{} мин назад": "minute",
    "{} ώρες πριν": "hour", "πριν {} ώρες": "hour", "{} timer siden": "hour", "{} uur geleden": "hour", "{}個小時前": "hour",
    "{}个小时前": "hour", "{}小時前": "hour", "{}分鐘前": "minute", "{}分钟前": "minute", "{}天前": "day", "{}日前": "day",
}  # fmt: skip
ONE_AGO = {
    "an hour ago": "hour", "a minute ago": "minute", "a day ago": "day", "a week ago": "week", "a month ago": "month",
    "a year ago": "year", "vor einer Stunde": "hour", "vor einer Minute": "minute", "vor einem Tag": "day",
    "vor einer Woche": "week", "il y a une heure": "hour", "il y a une minute": "minute", "il y a un jour": "day",
    "hace una hora": "hour", "hace un minuto": "minute", "hace un día": "day", "há uma hora": "hour", "um minuto atrás": "minute",
    "un'ora fa": "hour", "un giorno fa": "day", "een uur geleden": "hour", "час назад": "hour", "минуту назад": "minute",
    "день назад": "day", "годину тому": "hour", "منذ ساعة": "hour", "منذ دقيقة": "minute", "منذ يوم": "day", "منذ أسبوع": "week",
    "یک ساعت پیش": "hour", "یک روز پیش": "day", "en timme sedan": "hour", "en time siden": "hour", "godzinę temu": "hour",
}  # fmt: skip
TWO_AGO = {
    "منذ ساعتين": "hour",
    "منذ يومين": "day",
    "منذ دقيقتين": "minute",
    "قبل ساعتين": "hour",
    "منذ أسبوعين": "week",
    "منذ شهرين": "month",
}
DAYS = {
    0: (
        "today, heute, aujourd’hui, hoy, hoje, oggi, vandaag, сегодня, сьогодні, اليوم, امروز, bugün, dziś, "
        "dzisiaj, idag, i dag, tänään, dnes, ma, astăzi, azi, σήμερα, היום, आज, আজ, 今天, 今日, 오늘, hari ini, "
        "hôm nay, วันนี้, danas, днес, avui, täna, šodien, šiandien, bu gün"
    ),
    1: (
        "yesterday, gestern, hier, ayer, ontem, ieri, gisteren, вчера, вчора, أمس, امس, دیروز, dün, wczoraj, "
        "igår, i går, eilen, včera, tegnap, χθες, χτες, אתמול, बीते कल, গতকাল, 昨天, 昨日, 어제, kemarin, hôm qua, "
        "เมื่อวาน, เมื่อวานนี้, jučer, juče, ahir, eile, vakar, dünən"
    ),
    2: (
        "the day before yesterday, vorgestern, avant-hier, anteayer, anteontem, l'altro ieri, eergisteren, "
        "позавчера, позавчора, أول أمس, پریروز, przedwczoraj, i förrgår, toissapäivänä, předevčírem, 前天, "
        "一昨日, 그저께, προχθές, שלשום"
    ),
    -1: (
        "tomorrow, morgen, demain, mañana, amanhã, domani, завтра, غدا, فردا, yarın, jutro, imorgon, "
        "i morgon, huomenna, zítra, holnap, αύριο, מחר, 明天, 明日, 내일, besok, ngày mai"
    ),
}
NOW = (
    "just now, gerade eben, soeben, à l'instant, ahora mismo, agora mesmo, proprio ora, zojuist, "
    "только что, الآن, همین الان, az önce, przed chwilą, nyss, 刚刚, 剛剛, たった今, 방금"
)
# "heute" and the like open sentences of prose; "ma" and "hier" are everyday words of other languages: only in their own.
OWN_ONLY = {"ma": "hu", "hier": "fr", "azi": "ro", "morgen": "de", "manana": "es", "vakar": "lt", "eile": "et"}
