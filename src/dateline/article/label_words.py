"""The words of labels, by what they label, in the languages of the pages that have them."""

from __future__ import annotations

from typing import Literal

from .outlet import LabelKind

Kind = LabelKind | Literal["source"]

# Words separated by "|"; letter case, Arabic letter variants, white space and bullets around them do not matter.
WORDS: dict[Kind, str] = {
    "byline": """by|author|authors|author(s)|written by|story by|reported by|report by|reporter|words by|text by|posted by
        |article by
        |contributed by|byline|contributor|staff reporter|correspondent|column by|opinion by
        |نویسنده|نویسندگان|خبرنگار|گزارشگر|گزارش از|به قلم|نوشته|یادداشت از|تهیه و تنظیم|بقلم|الكاتب|الكاتبة|الكتاب|كتب|كتبت
        |المؤلف|إعداد|تحرير|المصدر الصحفي
        |par|auteur|auteurs|autrice|auteure|rédigé par|écrit par|publié par|texte|texte par|propos recueillis par
        |von|autor|autorin|autoren|autor/in|autor*in|verfasser|verfasst von|geschrieben von|text|text von|ein bericht von
        |bericht
        |por|autora|autores|escrito por|publicado por|redactado por|redactor|redactora|texto|reportaje|autor(a)
        |автор|авторы|автор текста|автор статьи|текст|корреспондент|журналист|подготовил|подготовила|автори|авторка
        |作者|记者|記者|撰文|采写|採訪撰文|取材・文|取材/文|图文|文|文／|撰稿|撰稿人|本报记者|文字|作者名|記者名|著者|執筆|投稿者|筆者|기자|기자명|글|글쓴이
        |di|autore|autrici|scritto da|testo|door|tekst|tekst af|skrevet av|skrevet af|av|af|text av|yazar|yazan|haber|muhabir
        |penulis|oleh|reporter berita|tác giả|szerző|kirjoittaja|autorzy|συντάκτης
        |लेखक|संवाददाता|रिपोर्ट|লেখক|লেখা|প্রতিবেদক|রিপোর্টার|எழுதியவர்|مصنف|رپورٹ|מאת|כתב|כתבת
        |аутор|пише|piše|ავტორი|հեղինակ|mwandishi|imeandikwa na|isinulat ni|ដោយ|ผู้เขียน|โดย|γράφει|γράφει ο|γράφει η
        |írta|autoři|oprac.|opracowanie|opracował|opracowała|a cura di""",
    "comment": """comment|comments|your comment|your comments|leave a comment|post a comment|add a comment|add comment
        |write a comment|leave a reply
        |post comment|reader comments|readers' comments|join the conversation
        |نظر|نظرات|نظر شما|نظر دهید|ارسال نظر|دیدگاه|دیدگاه ها|دیدگاهها|دیدگاه شما|نظرات کاربران|نظرات بینندگان|نظرات خوانندگان|نظر خود را بنویسید
        |تعليق|تعليقات|التعليقات|أضف تعليق|أضف تعليقا|اترك تعليقا|اكتب تعليقك|التعليق
        |commentaire|commentaires|votre commentaire|laisser un commentaire|ajouter un commentaire|vos commentaires
        |vos réactions
        |kommentar|kommentare|ihr kommentar|kommentar schreiben|kommentar verfassen|leserkommentare
        |comentario|comentarios|tu comentario|deja un comentario|deja tu comentario|añadir comentario
        |комментарий|комментарии|комментария|комментариев|коментар|коментарі|коментаря|коментарів|ваш комментарий|оставить комментарий|добавить комментарий
        |评论|留言|发表评论|我要评论|網友評論|网友评论|發表評論|我来说两句|评论区|全部评论|热门评论|最新评论|コメント
        |comentário|comentários|commenti|commento|reacties|yorum|yorumlar|kommentarer|komentar
        |komentarz|komentarze|komentarzy|komentář|komentáře|komentářů|reaksjoner|kommentit|kommenttia|σχόλια|σχόλιο|bình luận|댓글""",
    "news_id": """news id|news code|news no|news no.|news number|article id|article no|article no.|story id|item id|item no
        |item no.|id|story code|news-id
        |کد خبر|شناسه خبر|شماره خبر|کد مطلب|شناسه مطلب|کد|رقم الخبر|رمز الخبر|كود الخبر|معرف الخبر|رقم المقال
        |identifiant|numéro d'article|n° d'article|référence|id article|artikel-id|artikelnummer|artikel-nr|artikel-nr.
        |meldungs-id|beitrags-id
        |id de la noticia|código de noticia|código|id noticia|número de noticia|id новости|номер новости|код новости
        |номер статьи
        |新闻编号|文章编号|新闻id|编号|稿件编号|haber no|haber id|haber kodu""",
    "published": """published|published on|published at|publish date|published date|publication date|date published
        |date of publication|first published
        |first published on|posted|posted on|posted at|posted date|date posted|date|release date|released|released on|issued
        |issued on|created|date created
        |pub date|originally published|original publication date|first posted|time|publish time|publishing date|news date
        |تاریخ انتشار|تاریخ|زمان انتشار|تاریخ و ساعت|منتشر شده در|انتشار|تاریخ درج|ساعت انتشار|تاريخ النشر|نشر في|نشر بتاريخ
        |نشر|تاريخ|نشرت في|تاريخ ووقت النشر|نشر يوم|وقت النشر
        |publié le|publie le|publié|publiée le|date de publication|mis en ligne le|mise en ligne|paru le|parution|posté le|créé le
        |date de parution
        |veröffentlicht|veröffentlicht am|erschienen am|erschienen|datum|publiziert am|publiziert|erstellt am|erstellt
        |veröffentlichungsdatum|erstveröffentlichung
        |publicado|publicado el|publicada el|fecha|fecha de publicación|publicación|creado|creado el|publicada
        |опубликовано|дата публикации|дата|размещено|опубликована|время публикации|создано|дата создания
        |发布时间|发稿时间|发稿日期|刊发时间|上传时间|录入时间|发表时间|发布日期|發布時間|發表時間|發布日期|时间|時間|日期|发布于|发表于|發布於|發佈時間|刊登日期|公開日
        |掲載日|公開日時|配信日|投稿日|입력|등록|송고|송고시간|기사입력|등록일|승인
        |publicado em|data|data de publicação|pubblicato il|pubblicato|data di pubblicazione|gepubliceerd|gepubliceerd op
        |geplaatst|geplaatst op|udgivet|publisert|publicerad|publicerat|publiceret|julkaistu
        |yayınlanma|yayınlanma tarihi|tarih|giriş|giriş tarihi|eklenme|opublikowano|data publikacji|publikováno|dipublikasikan
        |diterbitkan|tanggal|ngày đăng|дата публікації|опубліковано|közzétéve|megjelent""",
    "modified": """updated|updated on|updated at|last updated|last updated on|last updated at|last update|update|modified
        |last modified|last modified on
        |date modified|date updated|edited|last edited|revised|last revised|updated date|modified date|amended
        |به روزرسانی|بروزرسانی|به روز رسانی|به‌روزرسانی|آخرین به روزرسانی|آخرین بروزرسانی|تاریخ به روزرسانی|تاریخ بروزرسانی
        |ویرایش|آخرین ویرایش|تاریخ ویرایش
        |آخر تحديث|تاريخ التحديث|تحديث|تم التحديث|حدث في|آخر تعديل|تم تحديثه|حدثت في
        |mis à jour le|mis à jour|mise à jour|modifié le|modifié|dernière mise à jour|actualisé le|maj|mise à jour le
        |actualisé|dernière modification
        |aktualisiert|aktualisiert am|zuletzt aktualisiert|letzte aktualisierung|geändert|geändert am|stand|update vom
        |letzte änderung|zuletzt geändert|zuletzt aktualisiert am|bearbeitet am
        |actualizado|actualizado el|actualizada|última actualización|modificado|modificado el|actualizada el|actualización
        |última modificación
        |обновлено|дата обновления|изменено|последнее обновление|обновлена|дата изменения|отредактировано
        |更新时间|更新時間|更新日期|最后更新|最後更新|更新于|更新於|修改时间|更新|更新日|最終更新|最終更新日|更新日時|수정
        |최종수정|업데이트
        |atualizado|atualizado em|última atualização|aggiornato|aggiornato il|ultimo aggiornamento|modificato il|bijgewerkt
        |bijgewerkt op|laatst bijgewerkt|laatste update|opdateret|sist oppdatert|oppdatert|uppdaterad|uppdaterat
        |senast uppdaterad|päivitetty
        |güncelleme|güncellenme|güncelleme tarihi|son güncelleme|zaktualizowano|aktualizacja|aktualizováno|diperbarui|cập nhật
        |оновлено|frissítve|módosítva|son güncellenme|শেষ আপডেট|আপডেট|अपडेट|अपडेट किया गया|अपडेटेड|آخری اپ ڈیٹ|اپ ڈیٹ کی گئی|עודכן|עודכן ב|עדכון אחרון
        |data actualizării|aktual.|τελευταία ενημέρωση|ενημερώθηκε|обновено|последна промяна|ажурирано|ažurirano|აქტუალიზებულია|թարմացվել է""",
    "section": """section|category|categories|filed under|posted in|published in|news category|news group|service|in
        |سرویس|گروه|دسته بندی|دسته|بخش|حوزه|موضوع|گروه خبری|القسم|قسم|التصنيف|تصنيف|الفئة|الباب
        |rubrique|catégorie|dans|publié dans|thème|rubrik|ressort|kategorie|thema|abgelegt unter
        |sección|categoría|en|archivado en|рубрика|раздел|категория|тема
        |栏目|分类|频道|版面|欄目|分類|类别|カテゴリ|カテゴリー|seção|editoria|categoria|sezione|kategori|categorie""",
    "source": """source|sources|courtesy|courtesy of|agency|news agency|via|منبع|به نقل از|المصدر|المصادر|المصدر:|وكالات
        |source de l'article|quelle|quellen|fuente|fuentes|agencia|источник|источники
        |来源|來源|文章来源|稿件来源|消息来源|新闻来源|信息来源|本文来源|内容来源|来源于|转自|转载自|出典|출처|fonte|fonti|bron|kaynak|źródło|zdroj|källa|kilde
        |sumber|nguồn|джерело|forrás""",
}
