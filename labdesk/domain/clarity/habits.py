"""Habits of administrative French: expressions, passive, nouns for verbs, two negations, long sentences."""

import re
from collections.abc import Iterator

from labdesk.domain.clarity.lexicon import Expression, Lexicon
from labdesk.domain.clarity.passage import Passage
from labdesk.domain.clarity.splitting import Span
from labdesk.words import _, several

_ELIDED = re.compile(r"(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)['’](?=\w)", re.IGNORECASE)
_ARTICLE = {"du": "le", "des": "les", "au": "le", "aux": "les"}
_CONTRACTED = {"à le": "au", "à les": "aux", "de le": "du", "de les": "des"}

_BE = (
    r"(?:suis|es|est|sommes|êtes|sont|étai(?:s|t|ent)|étions|étiez|fu(?:s|t|rent)|ser(?:ai|as|a|ons|ez|ont)"
    r"|serai(?:s|t|ent)|soi(?:s|t|ent)|soyons|soyez|être"
    r"|(?:(?:ai|as|a|avons|avez|ont|av(?:ais|ait|ions|iez|aient|oir)|aur(?:a|ai|ait|aient|ons|ont)|ait|aient|ayant)\s+"
    r"(?:(?:pas|jamais|déjà|ainsi|aussi|toujours|souvent)\s+)?)?été)"
)
_ADVERB = (
    r"(?:pas|plus|jamais|déjà|ainsi|donc|alors|aussi|également|bien|souvent|toujours|encore|ensuite|enfin|tous"
    r"|toutes|tout|mal|désormais|\w{3,12}ment)"
)
_DONE = (
    r"(?P<done>\w{2,20}é(?:e|es|s)?|(?:re|com|entre|sur|ap)?pris(?:e|es)?|(?:re|trans|per|sou|pro|ad|é|o|com)?mis(?:e|es)?"
    r"|(?:re|dé|satis)?fait(?:e|es|s)?|(?:re|inter|pré|contre)?dit(?:e|es|s)?|(?:(?:in|dé|pres|sous|trans)cr|(?:ré)?écr)it(?:e|es|s)?"
    r"|(?:con|intro|pro|ré|dé|tra|sé)duit(?:e|es|s)?|(?:re|dé)?(?:con|in)struit(?:e|es|s)?|(?:re|dé)?(?:ou|cou)vert(?:e|es|s)?"
    r"|offert(?:e|es|s)?|(?:re|con|aper|dé|per)çu(?:e|es|s)?|(?:pré|re)?vu(?:e|es|s)?|(?:re|ob|main|dé|sou|con)?tenu(?:e|es|s)?"
    r"|(?:re|ven|dé|at|en|suspen)(?:n?du|tendu)(?:e|es|s)?|(?:re)?connu(?:e|es|s)?|(?:ré|é)?lu(?:e|es|s)?|résolu(?:e|es|s)?"
    r"|(?:dé|ré)?fini(?:e|es|s)?|établi(?:e|es|s)?|fourni(?:e|es|s)?|réuni(?:e|es|s)?|choisi(?:e|es|s)?|garanti(?:e|es|s)?"
    r"|rempli(?:e|es|s)?|saisi(?:e|es|s)?|(?:pour)?suivi(?:e|es|s)?|servi(?:e|es|s)?|averti(?:e|es|s)?|réparti(?:e|es|s)?"
    r"|(?:re|ac|con)quis(?:e|es)?|accueilli(?:e|es|s)?|recueilli(?:e|es|s)?|soutenu(?:e|es|s)?)"
)
_PASSIVE = re.compile(rf"(?<![\w’'])(?P<be>{_BE})\s+(?:{_ADVERB}\s+){{0,2}}{_DONE}(?![\w’'])", re.IGNORECASE)
_BY = re.compile(
    r"[^.;:!?]{0,60}?\bpar\s+(?:l[ae]s?\b|l['’]|un|une|des|deux|son|sa|ses|ce|cette|ces|nos|notre|chaque)",
    re.I,
)
_SELF = re.compile(r"(?:\b(?:se|me|te|nous|vous)\s+|[smt]['’])$", re.IGNORECASE)
"""« s’est », « se sont »: pronominal, not passive."""
_ACTIVE = frozenset(
    (
        *(
            "allé",
            "arrivé",
            "né",
            "monté",
            "entré",
            "rentré",
            "resté",
            "tombé",
            "passé",
            "retourné",
            "décédé",
        ),
        *(
            "intervenu",
            "parvenu",
            "advenu",
            "apparu",
            "convenu",
            "devenu",
            "provenu",
            "revenu",
            "survenu",
            "venu",
        ),
    )
)
"""Verbs that take « être » in the active voice."""

_NEGATIVE = re.compile(
    r"(?<![\w’'])(?:n['’]|ne\s)(?:[\w'’]{1,30}\s{1,3}){1,4}?(?:pas|plus|jamais|guère|point|aucun|aucune)\s+"
    r"(?:sans|(?:\w{1,30}\s{1,3}){0,2}?(?:im(?:possible|probable|pensable)s?|in(?:utile|existant|compatible|suffisant|concevable|différent|sensible"
    r"|justifié|approprié|téressant|certain|évitable)\w{0,3}|inter(?:dit)\w{0,2}|exclu\w{0,2}|rare\w?|négligeables?|anodin\w{0,2}"
    r"|mal|ne\s+pas|manquer\s+de|dépourvu\w{0,2}|défavorables?|illégitimes?|ignorer|contester|nier))(?!\w)",
    re.IGNORECASE,
)
_SUPPORT = re.compile(
    r"(?<![\w’'])(?:proc[ée]d\w{1,6}\s+(?:à|au|aux)|effectu\w{1,6}|réalis(?:er|e|ent|era|eront|ant)|opér(?:er|e|ent|era|eront|ant)"
    r"|mener|mène|mènent|mènera|mèneront|assur(?:er|e|ent|era|eront|ant)|engag(?:er|e|ent|era|eront|eant)"
    r"|conduire|conduit|conduisent|conduira|conduiront|mett(?:re|ent|ra|ront)\s+en\s+œuvre)"
    r"\s+(?:(?:une?|la|le|les|des|cette|ce|ces|leur|leurs|son|sa|ses)\s+|l['’]|l[’']|d['’]une?\s+)?(?P<noun>\w+(?:\s+(?:en|à)\s+\w+)?)",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"(?<!\w)(?:\w+(?:tion|sion|ment|age|ance|ence|ure)s?)(?:\s+(?:\w{3,20}\s+)?(?:de\s+(?:la\s+|l['’])?|du\s+|des\s+|d['’])"
    r"\w+(?:tion|sion|ment|age|ance|ence|ure)s?){2,}(?!\w)",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[;:]\s|,\s(?=(?:et|mais|or|car|donc|qui|que|ce\s+qui|ce\s+que|dont|afin|pour|tout\s+en|ainsi|notamment|alors)\b)"
    r"|\s(?=(?:parce\s+que|alors\s+que|tandis\s+que|puisque|afin\s+de|sachant\s+que)\b)",
    re.IGNORECASE,
)


def expressions(text: str, lexicon: Lexicon, words: list[Span]) -> Iterator[Passage]:
    """What the lexicon says more simply; the longest expression at each place."""
    free = 0
    for word in words:
        for start in _starts(text, word):
            if start < free:
                continue
            said = text[start : word.end]
            for expression in lexicon.beginning_with(said):
                if found := expression.match(text, start):
                    yield _plainer(expression, found)
                    free = found.end()
                    break


def _starts(text: str, word: Span) -> tuple[int, ...]:
    """Where an expression may begin: at a word, and after « l’ »."""
    elided = _ELIDED.match(text, word.start)
    return (word.start, elided.end()) if elided and elided.end() < word.end else (word.start,)


def _plainer(expression: Expression, found: re.Match[str]) -> Passage:
    said = found.group(0)
    hints = [one.strip("()") for one in expression.plainer if one.startswith("(")]
    ending = said.split()[-1].casefold() if expression.ending else ""
    proposals = (_fitted(one, expression.ending, ending) for one in expression.plainer if one[:1] != "(")
    cased = tuple(dict.fromkeys(_cased(said, one) for one in proposals))
    return Passage("words", *found.span(), said, hints[0] if hints else "", cased)


def _fitted(plain: str, ending: str, said: str) -> str:
    """A proposal before what follows: « dans le cadre du » → « pour le », « afin d’ » → « pour  »."""
    if not ending:
        return plain
    if plain.casefold().split()[-1] == ending:
        return f"{plain.rsplit(maxsplit=1)[0]} {said}" if " " in plain else said
    if said in _ARTICLE:
        whole = f"{plain} {_ARTICLE[said]}"
        for loose, tight in _CONTRACTED.items():
            if whole == loose or whole.endswith(f" {loose}"):
                return whole.removesuffix(loose) + tight
        return whole
    return f"{plain} " if said[-1] in "'’" else plain


def _cased(said: str, plain: str) -> str:
    return plain[:1].upper() + plain[1:] if said[:1].isupper() and not said[1:2].isupper() else plain


def passive(text: str, lexicon: Lexicon) -> Iterator[Passage]:
    """« a été décidé », « sont accueillis par »: what hides who acts."""
    for found in _PASSIVE.finditer(text):
        done = re.sub(r"(?<=[éiutsç])(?:es?|s)$", "", found["done"].casefold())
        before = text[max(0, found.start() - 8) : found.start()]
        if _SELF.search(before) or done in _ACTIVE or found["done"].casefold() in _ACTIVE:
            continue
        named = _BY.match(text, found.end())
        if not named and (done in lexicon.states or found["done"].casefold() in lexicon.states):
            continue
        hint = _("Mettez devant celui qui agit.") if named else _("Qui le fait ? Dites-le, si on le sait.")
        yield Passage("passive", *found.span(), found.group(0), hint)


def negatives(text: str) -> Iterator[Passage]:
    """« n’est pas impossible »: two negations that a reader must undo."""
    for found in _NEGATIVE.finditer(text):
        yield Passage("negative", *found.span(), found.group(0), _("Dites-le en positif."))


def nouns(text: str, lexicon: Lexicon) -> Iterator[Passage]:
    """« procéder à une évaluation » for « évaluer »; three nouns of action in a row."""
    for found in _SUPPORT.finditer(text):
        noun, end = _noun(found, lexicon)
        if verb := lexicon.verbs.get(noun):
            hint = _("Un verbe suffit : « {verb} ».").format(verb=verb)
            yield Passage("noun", found.start(), end, text[found.start() : end], hint)
    for found in _CHAIN.finditer(text):
        yield Passage("noun", *found.span(), found.group(0), _("Des noms en chaîne : mettez un verbe."))


def _noun(found: re.Match[str], lexicon: Lexicon) -> tuple[str, int]:
    """« mise en place » where it is known as such, else its first word; and where it ends."""
    whole = " ".join(found["noun"].casefold().split())
    if whole in lexicon.verbs:
        return whole, found.end()
    first = found["noun"].split()[0]
    single = first.casefold()
    if single not in lexicon.verbs and single.endswith("s"):
        single = single[:-1]
    return single, found.start("noun") + len(first)


def length(text: str, sentence: Span, words: list[Span], lexicon: Lexicon) -> Iterator[Passage]:
    """A sentence with more words than one holds in mind, and a place where it can be cut."""
    count = len(words)
    if count <= lexicon.long:
        return
    told = several(count, "{n} mot d’un souffle.", "{n} mots d’un souffle.")
    said = text[sentence.start : sentence.end]
    middle = (words[0].start + words[-1].end) / 2
    cuts = list(_CUT.finditer(text, sentence.start, sentence.end))
    best = min(cuts, key=lambda cut: abs(cut.start() - middle), default=None)
    if best is not None:
        before = [word for word in words if word.end <= best.start() + 1][-3:]
        if before:
            told += " " + _("Coupez par exemple après « {words} ».").format(
                words=text[before[0].start : before[-1].end]
            )
    yield Passage("long", sentence.start, sentence.end, said, told)
