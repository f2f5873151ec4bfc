"""YAML as the string that stands there: no guesses, right places, no crash."""

import pytest

from briefquiz.bank.nodes import LARGEST, Node, read


def messages(text: str | bytes) -> list[str]:
    return [str(problem) for problem in read(text, "f").problems]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: no", {"a": "no"}),
        ("a: ~", {"a": "~"}),
        ("a: null", {"a": "null"}),
        ("a: 1:30", {"a": "1:30"}),
        ("a: 1.10", {"a": "1.10"}),
        ("a: 010", {"a": "010"}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: 2024-05-21", {"a": "2024-05-21"}),
        ("a:", {"a": ""}),
        ("a: [yes, 0x1F, .inf]", {"a": ["yes", "0x1F", ".inf"]}),
        ("no: on", {"no": "on"}),
        ("a: two\n  lines", {"a": "two lines"}),
        ("a: |\n  two\n  lines\n", {"a": "two\nlines\n"}),
        ('a: "# no comment"', {"a": "# no comment"}),
        ("a: it#self", {"a": "it#self"}),
        ("\ufeffa: b", {"a": "b"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("a: [1, 400, 2014]", {"a": ["1", "400", "2014"]}),
        ("a: [May, 2014]", {"a": ["May", "2014"]}),
    ],
)
def test_every_scalar_is_the_string_that_stands_there(text: str, data: Node) -> None:
    nodes = read(text, "f")
    assert nodes.data == data


@pytest.mark.parametrize(
    "text",
    [
        "the “Sel” dam",
        "the “Sel”",
        "“Sel” is a dam",
        "“Sel” and “Ostia”",
        "‘Sel’ and ‘Ostia’",
        "’tis",
        "rock ’n’ roll",
        'a 5" pipe',
        'a 5" pipe and one of 6"',
        "»",
        '"“Sel”"',
        "'“Sel”'",
    ],
)
def test_a_text_may_have_quotation_marks_in_it(text: str) -> None:
    assert messages(f"prompt: {text}") == []
    assert messages(f"extra:\n  - {text}") == []
    assert messages(f"extra: [{text}]") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("status: ready # fine", []),
        ("tags: [a, b] # fine", []),
        ("tags:\n  - a # fine\n", []),
        ("answer: true # fine", []),
        ("prompt: 'a # b' # fine", []),
        ("# fine\nprompt: a\n", []),
        ("status: ready #1", ["f:1:9: the text is cut at ' #'; put it in quotes"]),
        ("tags:\n  - rank in # EU", ["f:2:5: the text is cut at ' #'; put it in quotes"]),
        ("prompt: Price # 2", ["f:1:9: the text is cut at ' #'; put it in quotes"]),
        ("fact: {kind: Price # 2\n  }", ["f:1:14: the text is cut at ' #'; put it in quotes"]),
        ("whatever: x #", ["f:1:11: the text is cut at ' #'; put it in quotes"]),
    ],
)
def test_a_comment_may_follow_a_word_but_not_a_text(text: str, found: list[str]) -> None:
    assert messages(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: [x, May, 2014]", "f:1:8: is 'May, 2014' one item? then put it in quotes"),
        ("a: [Oct. 12, 2014 or so]", "f:1:5: is 'Oct. 12, 2014 or so' one item?"),
        ("a: [$1,400 million]", "f:1:5: is '$1,400 million' one item?"),
        ("a: [12,400,000]", "f:1:5: is '12,400' one item?"),
    ],
)
def test_an_item_split_at_its_comma(text: str, found: str) -> None:
    assert messages(text)[0].startswith(found)


@pytest.mark.parametrize(
    "text", ["a: [October 12, October 13]", "a: [1, 400]", "a: [1,40]", "a: ['May', 2014]"]
)
def test_items_that_are_not_split(text: str) -> None:
    assert messages(text) == []


def test_places_are_those_of_keys_and_items_in_characters_not_bytes() -> None:
    nodes = read("é: 'ü'\r\nlist:\n  - 😀: x\n  - {b: c, d: e}\n", "f")
    assert {path: nodes.place(path) for path in nodes.places} == {
        (): (1, 1),
        ("é",): (1, 1),
        ("list",): (2, 1),
        ("list", 0): (3, 5),
        ("list", 0, "😀"): (3, 5),
        ("list", 1): (4, 5),
        ("list", 1, "b"): (4, 6),
        ("list", 1, "d"): (4, 12),
    }


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("list", 1, "b"), (3, 6)),
        (("list", 1, "missing"), (3, 5)),
        (("list", 7), (1, 1)),
        (("lone", 0, "quote"), (4, 8)),
        (("nowhere",), (1, 1)),
    ],
)
def test_a_path_without_a_place_gets_the_nearest_one(
    path: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    assert read("list:\n  - a\n  - {b: c}\nlone: {quote: d}\n", "f").place(path) == place


def test_text_that_no_parser_should_see() -> None:
    assert messages(b"a" * (LARGEST + 1)) == ["f: is larger than 5 MB"]
    assert messages("[" * 100_000) == ["f:1:13: is nested more than 12 levels deep"]
    assert messages('a: "\\UFFFFFFFF"') != []
    assert messages("%YAML " + "9" * 5000 + ".1\n---\na: b") != []
