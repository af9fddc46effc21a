"""Page furniture: the lines of a web page that its article does not say.

The rules are the tables below; each comment names the case a row comes from. They look at one line
at a time; what a line means for the lines after it is decided in `regions`.
"""

import re
from enum import StrEnum, auto
from typing import Final


class Kind(StrEnum):
    """What a block looks like before its neighbours have been looked at."""

    PROSE = auto()  # a full paragraph
    TEXT = auto()  # too short or too odd to prove anything
    SENTENCE = auto()  # text that is one whole sentence
    SNIPPET = auto()  # short and broken off with an ellipsis, as teasers are
    HEADING = auto()  # short, without a final stop
    STAMP = auto()  # a date or time and nothing else
    NETWORK = auto()  # the name of one social network; two in a row are a share bar
    FURNITURE = auto()  # never evidence, says nothing about the lines after it
    RELATED = auto()  # what follows belongs to other articles, or to the share bar
    FORM = auto()  # comments: what follows was not written by the article's author
    END = auto()  # of a list of other articles: the article goes on


# Lines that are furniture as a whole, in lower case, without apostrophes and edge punctuation.
_LABELS: Final[dict[str, Kind]] = {
    label.strip(): kind
    for kind, labels in {
        # Headings of other articles' lists: seed 002 ends in "Popular / More like this / Related",
        # seed 004 in "Check Also"; encyclopedia pages in "== See also ==".
        Kind.RELATED: """
            related|related articles|related article|related posts|related post|related stories
            related story|related news|related content|related coverage|related topics|related links
            related videos|related reading|more like this|more from this section|more on this story
            more on this topic|more on this|more news|more stories|more to read|more to explore
            you may also like|you might also like|you may like|you may have missed|also on the site
            you may also be interested in|you might be interested in|check also|see also|also read
            also see|read also|read more|read next|read this next|up next|what to read next|next up
            recommended|recommended for you|recommended stories|recommended articles|must read
            recommended reading|further reading|suggested reading|trending|trending now|most read
            trending stories|most popular|most viewed|most commented|popular|popular posts
            popular stories|popular articles|popular news|latest|latest news|latest stories
            latest articles|latest posts|latest headlines|top stories|top news|other stories
            other news|in other news|editors picks|editors pick|editors choice|dont miss
            in case you missed it|from the web|around the web|from our partners|sponsored stories
            promoted stories|promoted content|sponsored content|paid content|similar articles
            similar posts|similar stories|previous article|next article|previous post|next post
            post navigation|references|external links|about the author|about the authors
            share this|share this article|share this story|share this post|share this video
            join the conversation|join the discussion|view comments|show comments|load comments
            share post|share article|share story|share|sharing is caring|spread the word
            lea también|noticias relacionadas|à lire aussi|lire aussi|articles liés
            mehr zum thema|sur le même sujet|lesen sie auch
            das könnte sie auch interessieren|leggi anche|leia também
            читайте также|по теме|похожие новости|ilgili haberler|bunlar da ilginizi çekebilir
            اقرأ أيضا|اقرأ أيضاً|مواضيع ذات صلة|مقالات ذات صلة
            分享|分享到|相关阅读|相关新闻|相关文章|関連記事|관련기사
        """,
        # Comment forms: seed 004 ends in "Leave a Reply / Your email address ...".
        Kind.FORM: """
            leave a reply|leave a comment|leave a response|post a comment|post comment|add a comment
            leave a reply cancel reply
            write a comment|add comment|submit comment|cancel reply|comments|no comments
            no comments yet|comments are closed|be the first to comment|readers comments
            dejar un comentario|deja un comentario|laisser un commentaire|schreibe einen kommentar
            оставить комментарий|комментарии|اترك تعليقا|اترك تعليقاً|发表评论|yorum yap
        """,
        # Buttons, stubs, menus and advertisement marks: seed 002 has an empty "Date:".
        Kind.FURNITURE: """
            date|author|authors|tags|tag|topics|categories|category|keywords|published|updated|source
            sources|photo|image|file photo|advertisement|advertisements|advertising|ad|ads|sponsored
            promoted|story continues below|story continues below advertisement
            article continues below|article continues below advertisement
            article continues after advertisement|scroll to continue|continue reading
            read full story|read full article|skip to content|skip to main content
            skip advertisement|home|menu|search|close|loading|log in|login|sign in|sign up
            register|subscribe|subscribe now|newsletter|newsletters|about us|contact|contact us
            privacy|privacy policy|terms of use|cookie policy|cookie settings|cookies
            terms of service|terms and conditions|terms
            accept|accept all|accept cookies|accept all cookies|reject all|manage preferences
            do not sell my personal information|listen|listen to this article|play|print|print this
            print this article|email this|copy link|link copied|download|direct link|back to top
            go back|follow us|follow us on|gift article|save|bookmark|enditem|ends|end|more
            view gallery|show caption|hide caption|enlarge image|toggle caption|summary
            view image in fullscreen|live reporting|reuse this content|copylink
            skip links|skip to navigation|toggle navigation|navigation menu|show navigation menu
            print this page|listen to article|scroll down for video|ad feedback|gift|about author
            gift this article|live updates|press release|for immediate release|manage options
            compartir|imprimir|suscríbete|publicidad|partager|publicité|teilen|drucken|anzeige
            paylaş|reklam|поделиться|реклама|مشاركة|شارك
            purchase licensing rights, opens new tab
            purchase licensing rights|suggested topics|skip past newsletter promotion
            after newsletter promotion|we value your privacy|thanks for signing up
            close thanks for signing up|sign up here|report a typo|enter your email address
            iniciar sesión|regístrate|compartir en facebook|compartir en whatsapp|archivado en
            todos los derechos reservados|accueil|sabonner|contribuer|tous droits réservés
            startseite|zur startseite|artikel anhören|merken|impressum|datenschutz
            newsletter abonnieren|alle rechte vorbehalten|الرئيسية|إعلان|جميع الحقوق محفوظة
        """,
        # Al Jazeera has such lists in the midst of an article.
        Kind.END: "end of list",
    }.items()
    for label in re.split(r"[|\n]", labels)
    if label.strip()
}

# Words of a share bar ("Facebook Twitter Email"); a line of nothing else is one.
_SHARE_BAR: Final = re.compile(
    r"(?:(?:facebook|twitter|x|e-?mail|whatsapp|telegram|linkedin|reddit|pinterest|print|copy|link"
    r"|tumblr|viber|messenger|pocket|instagram|youtube|tiktok|threads|bluesky|mastodon|vk|skype"
    r"|flipboard|line|wechat|weibo|snapchat|rss|share|tweet|pin|post|save|comments?|more|follow|like"
    r"|on|via|and)\b\W*)+$"
)
_NETWORK: Final = (
    r"(?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|tiktok|google news)"
)

# How furniture lines begin, in lower case. Each row: kind, name, pattern.
_OPENINGS: Final[tuple[tuple[Kind, str, str], ...]] = (
    # "Share on Facebook", "Share via Email", "Share this: ..."; not "Share prices fell".
    (Kind.RELATED, "share", r"share (?:on|via|with|this|post|article|story)\b.{0,40}$"),
    # "More from Middle East"; not "More than 200 ..."
    (Kind.RELATED, "more_from", r"(?:more|latest) from .{1,40}[^.!?,]$"),
    # "3 Comments", "2 thoughts on ..."; not "10 responses were received."
    (
        Kind.FORM,
        "comment_count",
        r"\d{1,5} (?:comments?|replies|responses?|thoughts)(?: (?:on|to) .{1,90})?$",
    ),
    # Seed 004, last line; such forms also ask for name and e-mail.
    (Kind.FORM, "comment_form", r"your e-?mail address will not be|required fields are marked"),
    (Kind.FORM, "comment_save", r"save my name, e-?mail|you must be logged in to"),
    # "Also read: 16 dead in clashes ..." (seed 002): one link, the article may go on.
    (
        Kind.FURNITURE,
        "inline_link",
        (
            r"(?:also read|also see|read also|read more|read next|see also|see more"
            r"|related(?: \w+)?|more|watch(?: \w+)?|listen|dont miss|must read|recommended|read"
            r"|you (?:may|might) (?:also )?like|lire aussi|à lire aussi|lea también|читайте также"
            r"|leggi anche|lesen sie auch|اقرأ أيضا|اقرأ أيضاً)"
            r" ?(?::|>|»|\||→).{0,250}$"
        ),
    ),
    (
        Kind.FURNITURE,
        "link",
        (
            r"(?:read (?:more|the (?:full|rest|original))|click here|view all posts)\b.{0,90}$"
            r"|related (?:article|story|video) [^.!?]{10,150}$"
            r"|follow .{1,90} at https?://\S+$"
        ),
    ),
    # "Source: ANA-MPA" (seed 002), "Photo: X/Reuters", "Tags: Syria"; not "Photo: a man waits".
    (
        Kind.FURNITURE,
        "stub",
        (
            r"(?:date|author|by|publish(?:ed|ing date)|posted|(?:last )?(?:updated|modified)"
            r"|sources?|via|(?:photo|image)(?! ?: (?:an?|the|two|some) )"
            r"|(?:photo|image|picture|video) (?:credits?|source)|credits?|written by"
            r"|editor|reporter|byline|نشر في|كتب) ?: ?\S{0,60}(?: \S{1,60}){0,9}$"
        ),
    ),
    (Kind.FURNITURE, "tags", r"(?:tags?|topics|filed under|categor(?:y|ies)|keywords) ?:.{0,250}$"),
    # "Reporting by Jane Doe in Beirut; Editing by John Roe", "ls,dj/jm (AFP, Reuters)".
    (
        Kind.FURNITURE,
        "desk",
        (
            r"\W{0,3}(?:(?:(?:additional )?reporting|writing|editing) by .{2,200}"
            r"|additional reporting (?:from|in) .{2,200}"
            r"|(?:edited|translated|compiled|photo(?:graph)?s?) by(?: [^\s,]{1,40}){1,6})$"
        ),
    ),
    (Kind.FURNITURE, "initials", r"[a-z]{2,3}(?:[,/][a-z]{2,4}){1,4}(?: \(.{2,60}\))?$"),
    # "(AP Photo/Jane Doe)", "[Photo: Reuters]"; a caption with words around it stays body.
    (
        Kind.FURNITURE,
        "photo_credit",
        (
            r"[(\[]? ?(?:ap photo|afp photo"
            r"|(?:(?:file )?photo(?:graph)?s?|image):(?! (?:an?|the|two|some) )"
            r"|getty images|reuters/).{0,80}$"
        ),
    ),
    # Inline link of a web edition: a headline alone in square brackets.
    (Kind.FURNITURE, "bracketed", r"\[[^\[\]]{20,160}[^\[\].]\]$"),
    # "Follow us on X", "Like Our World on Facebook and stay updated".
    (
        Kind.FURNITURE,
        "follow",
        rf"(?:follow|like|join|find|connect with|subscribe)\b.{{1,60}}\bon {_NETWORK}\b.{{0,80}}$",
    ),
    (
        Kind.FURNITURE,
        "subscribe",
        (
            r"(?:subscribe to|sign up (?:for our|to (?:our|get|receive))|to continue reading"
            r"|you have (?:\w+ )?free articles?"
            r"|get (?:the latest news|unlimited|our (?:app|daily|free))|download our"
            r"|log ?in to (?:read|continue|view|comment)"
            r"|become a (?:member|subscriber|supporter)|already a (?:member|subscriber)"
            r"|this (?:article|story|content) is (?:for|available to|reserved for) \w*subscribers"
            r"|support our (?:journalism|work|newsroom)|enter your e-?mail|never miss an?)"
            r"\b.{0,250}$"
        ),
    ),
    (
        Kind.FURNITURE,
        "consent",
        (
            r"(?:we(?: and our partners)? use (?:\w+ ){0,2}cookies"
            r"|this (?:web)?site uses (?:\w+ )?cookies"
            r"|we and our (?:\d{1,4} )?partners\b"
            r"|by (?:continuing|clicking|using|signing|subscribing|submitting)\b.{1,90}"
            r"(?:you (?:agree|accept|consent)|our (?:terms|use|privacy)))"
        ),
    ),
    # "© 2024 The Daily", "Copyright 2024 ..."; not "Copyright law changed".
    (Kind.FURNITURE, "copyright", r"(?:©|\(c\) ?(?:copyright )?\d{4}|copyright (?:©|\(c\)|\d{4}))"),
    (
        Kind.FURNITURE,
        "reading_time",
        (
            r"(?:listen to this article )?\d{1,3}[ -]?"
            r"(?:min(?:ute)?s?(?: read| ago)?|hours? ago|[mhd] ago)$"
        ),
    ),
    # Counters of galleries and of lists of links: "[1/3]A boat ...", "list 2 of 3".
    (
        Kind.FURNITURE,
        "counter",
        (
            r"\[\d{1,2}/\d{1,2}\]|item \d{1,2} of \d{1,2}\b"
            r"|list (?:of \d{1,2} items|\d{1,2} of \d{1,2})$"
            r"|\d{1,5} (?:shares|likes|views)$"
        ),
    ),
    (
        Kind.FURNITURE,
        "crumbs",
        (
            r"(?:you are here ?: ?)?"
            r"(?:home ?(?:»|>|›|/|\|) ?.{1,80}|[^>»›.]{1,30}(?: [>»›] [^>»›.]{1,40}){2,5})$"
        ),
    ),
    (Kind.FURNITURE, "live", r"follow (?:our |the )?(?:live|latest)\b.{0,60}[^.!?]$"),
    (
        Kind.FURNITURE,
        "newsletter",
        (
            r"(?:[^\s.!?]{1,20} ){0,4}newsletters?$"
            r"|sign up (?:to|for) [^,.]{0,60}"
            r"\b(?:newsletter|briefing|alert|update|digest|e-?mail)s?\b.{0,90}"
        ),
    ),
    (Kind.FURNITURE, "notice", r"(?:privacy notice|our standards) ?:"),
    # "Publié le 7 mai 2024 à 18h42", "Stand: 09.05.2024 14:03 Uhr".
    (
        Kind.FURNITURE,
        "stamp",
        (
            r"(?:publié le|mis à jour le|stand ?:|veröffentlicht am|publicado el|actualizado el)"
            r" ?\d[^!?]{0,70}$|\d{1,2}\.\d{1,2}\.\d{4}, \d{1,2}:\d\d uhr$"
        ),
    ),
    # What an editor or a newsroom says of the page itself.
    (
        Kind.FURNITURE,
        "page",
        (
            r"(?:this (?:story|article) was (?:originally|first) published"
            r"|a version of this (?:article|story) (?:(?:first )?appear(?:s|ed)|was)"
            r"|this interview (?:has been|was) edited|do you have (?:a (?:story|tip)|information)"
            r"|for (?:the latest|more) news\b|síguenos en|suivez-nous|folgen sie uns|تابعونا على"
            r"|il vous reste \d)\b.{0,250}$"
        ),
    ),
)
# What marks a line of up to 250 characters as furniture wherever it stands in it.
_PHRASES: Final[dict[str, Kind]] = {
    "required fields are marked": Kind.FORM,
    "all rights reserved": Kind.FURNITURE,
    "may not be published, broadcast": Kind.FURNITURE,
    "contributed to this report": Kind.FURNITURE,
    "contributed to this story": Kind.FURNITURE,
    "contributed to this article": Kind.FURNITURE,
    "to your inbox": Kind.FURNITURE,
    "in your inbox": Kind.FURNITURE,
    "browser does not support": Kind.FURNITURE,
    "enable javascript": Kind.FURNITURE,
}
# The name comes last, so that a row that begins otherwise is passed over at once.
_OPENING: Final = re.compile("|".join(f"(?:{row})(?P<{name}>)" for _, name, row in _OPENINGS))
_KIND_OF: Final = {name: kind for kind, name, _ in _OPENINGS}

# "By Jane Doe and John Roe, Beirut": names only, so that "By land and sea" is no byline.
_NAME: Final = r"(?:[^\W\d_a-z][\w.’'-]{0,30}|and|de|al|van|von|in|for|&|\|)"
_BYLINE: Final = re.compile(
    rf"(?:(?:Interview|Story|Text|Words|Report) by|By|BY) {_NAME}"
    rf"(?:(?:,? |/){_NAME}){{0,11}}[^.!?\w]{{0,3}}$"
)
# "LONDON —", "HAMA, Syria (AP) —" on a line of their own.
_DATELINE: Final = re.compile(r"[^\W\d_a-z]{3}[^.!?]{0,50}[—–-]{1,2}$")
_STAMP: Final = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\b"
    r"|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
    r"|\d{1,4}(?!\d)(?:st|nd|rd|th)?|[ap]\.?m\b|gmt|utc|(?:[bemp][sd]?|ce?s?|c[sd])t\b|at\b|on\b|t(?=\d)|z\b"
    r"|\d{1,3} (?:minutes?|hours?|days?) ago\b"
    r"|(?:last )?(?:updated|published|posted|modified)\b|[\s,.:;/|()•·+–—-])+$"
)
_STAMP_OF_PAGE: Final = re.compile(r"\d[:.]\d\d|updated|published|posted|modified")
_STAMP_PROOF: Final = re.compile(r"[a-y]{3}|\d[:/.-]\d|\b\d{4}\b")


def furniture_kind(line: str) -> Kind | None:
    """Return the kind of a line, with its white space collapsed, or None where it may be text."""
    low = line.lower().replace("’", "").replace("'", "")
    if len(line) <= 80:
        label = low.strip(" \t:;.!?–—-=#*•·|>»›→▶+_[]()…")
        if not any(map(str.isalnum, label)):
            return Kind.FURNITURE  # rules, arrows, bullets
        if (kind := _LABELS.get(label)) is not None:
            return kind
        if _SHARE_BAR.match(label):
            return Kind.RELATED if " " in label else Kind.NETWORK
        if _STAMP.match(low) and _STAMP_PROOF.search(low):
            return Kind.FURNITURE if _STAMP_OF_PAGE.search(low) else Kind.STAMP
        if _BYLINE.match(line) or _DATELINE.match(line):
            return Kind.FURNITURE
    match = _OPENING.match(low)
    if match is not None and match.lastgroup is not None:
        return _KIND_OF[match.lastgroup]
    if len(low) > 250:
        return None
    for phrase, kind in _PHRASES.items():
        if phrase in low:
            return kind
    return None
