"""Which test proves that a fault reported of a neighbouring tool is none of ours.

The numbers are those of our own list of such reports, of which these are the ones about cards,
exporters and print, and documents. Each names the repository and issue where people told of it.
"""

from collections.abc import Mapping
from importlib import import_module

import pytest

CARDS = "tests.reported.test_cards"
EXPORTERS = "tests.reported.test_exporters"
DOCUMENTS = "tests.reported.test_documents"
SHAPES = "tests.outputs.exports.test_every_shape"
CLI = "tests.cli.test_commands"
DISTRACTORS = "tests.questions.test_distractors"
VERSIONS = "tests.outputs.test_paper_versions"
FILES = "tests.readers.test_readers_files"
ANKI = "tests.outputs.test_anki_import"

# number: (the report, the fault, the tests that prove it absent)
REPORTS: Mapping[int, tuple[str, str, tuple[str, ...]]] = {
    45: ("lukesmurray/markdown-anki-decks#15", "a warning about one of 200 cards names no card", (
        f"{CARDS}:test_a_warning_names_file_line_and_question",
        f"{SHAPES}:test_files_are_named_after_the_quiz_and_losses_after_its_questions",
    )),
    47: ("kerrickstaley/genanki#157", "compiled again unchanged, a deck wipes the schedule", (
        f"{CARDS}:test_a_second_build_of_the_same_updates_nothing",
        f"{ANKI}:test_a_rebuild_updates_nothing",
        f"{CLI}:test_the_clock_of_a_new_lock_is_the_given_one_and_a_rebuild_gives_the_same_bytes",
    )),
    49: ("kerrickstaley/genanki#151", "an empty optional field costs the card", (
        f"{CARDS}:test_optional_fields_left_empty_cost_no_card_and_show_no_line",
    )),
    51: ("ssricardo/anki-plugins#85, #65, ObsidianToAnki/Obsidian_to_Anki#508",
         "a gap over braces closes early", (
        f"{CARDS}:test_a_gap_over_braces_is_whole_and_shows_them",
        f"{ANKI}:test_hostile_texts_do_nothing_in_rendered_cards",
    )),
    53: ("taylormitchell/ankify_roam#46", "braces in a plain card make a gap of it", (
        f"{CARDS}:test_braces_in_a_plain_card_are_braces",
    )),
    55: ("ankitects/anki#2616", "a typed answer “<5%” breaks the card", (
        f"{CARDS}:test_an_answer_with_a_sign_of_markup_is_typed_and_compared",
    )),
    57: ("ankitects/anki#3996, ThoreBor/CC-CEDICT-for-Anki#4", "the separator is guessed wrong", (
        f"{CARDS}:test_tables_with_commas_and_semicolons_are_read_by_their_own_separator",
        "tests.outputs.exports.test_tables:test_the_real_anki_takes_the_cards",
    )),
    59: ("FooSoft/yomichan#1808", "another blank makes another note of the same question", (
        f"{CARDS}:test_another_blank_is_the_same_question_and_the_same_note",
        f"{CARDS}:test_other_blanks_in_a_brief_are_the_same_brief",
    )),
    61: ("gpoore/text2qti#11", "one dollar sign never ends", (
        f"{EXPORTERS}:test_one_dollar_sign_is_a_dollar_sign",
        "tests.outputs.exports.test_moodle_rules:test_filters_of_moodle_find_nothing_to_filter",
    )),
    63: ("gpoore/text2qti#38", "one stem with other options is refused", (
        f"{EXPORTERS}:test_two_questions_with_one_stem_and_other_options_are_two",
    )),
    65: ("membean/content#188", "a wrong option is right as well", (
        f"{EXPORTERS}:test_no_wrong_option_is_true_in_the_text",
        f"{DISTRACTORS}:test_no_wrong_date_stands_in_the_sentence_or_elsewhere_in_the_brief",
        f"{DISTRACTORS}:test_no_wrong_number_is_another_figure_of_the_brief",
    )),
    67: ("nennigb/amc2moodle#44", "“<” and “>” lose their escape in CDATA", (
        f"{EXPORTERS}:test_signs_of_markup_are_escaped_for_as_long_as_they_are_read",
        "tests.outputs.exports.test_moodle_formats:test_any_quiz_through_moodle_xml",
    )),
    69: ("MISP/MISP#2522, adaptlearning/adapt_framework#2149, exelearning/iteexe#22",
         "a title with signs of markup gives invalid XML", (
        f"{EXPORTERS}:test_signs_of_markup_in_a_title_break_nothing",
        "tests.outputs.exports.test_qti:test_every_file_is_valid",
    )),
    71: ("rijksuniversiteit-groningen/b2-AssessmentTools#53", "shuffled, the answer is always A", (
        f"{EXPORTERS}:test_the_right_option_is_everywhere_equally_often",
        "tests.outputs.test_arrange:test_right_letters_are_spread_evenly",
        f"{VERSIONS}:test_right_letters_are_spread_evenly_in_every_version",
    )),
    73: ("criatvt/policy-wonk-game#55, mattpocock/skills#316", "the right option is the longest", (
        f"{EXPORTERS}:test_a_cause_has_no_options_whose_length_could_tell",
        f"{EXPORTERS}:test_a_right_option_that_is_the_longest_is_warned_of",
    )),
    75: ("tracim/tracim#5730", "an emoji has no letter in print", (
        "tests.outputs.test_paper_letters:test_an_emoji_is_printed",
    )),
    77: ("py-pdf/pypdf#1351, #598, pdfminer/pdfminer.six#1288", "NUL or an accent for “ff”, “fi”", (
        f"{DOCUMENTS}:test_a_sentence_with_letters_that_cannot_be_told_is_left_out",
        f"{DOCUMENTS}:test_a_text_with_nul_is_refused",
        f"{FILES}:test_sentences_with_letters_that_no_font_names_are_left_out",
        "tests.test_unread:test_each_command_says_it_once",
    )),
    79: ("virgiliojr94/book-to-skill#77", "a hyphen at the end of a line stays, or goes wrongly", (
        f"{DOCUMENTS}:test_a_word_divided_at_the_end_of_a_line",
        "tests.readers.test_readers_rules:test_joined",
    )),
    81: ("yfedoseev/pdf_oxide#1310", "two columns are spliced to words nobody wrote", (
        f"{DOCUMENTS}:test_columns_side_by_side_in_a_text_are_not_spliced",
        f"{FILES}:test_text_with_everything_that_is_no_text",
        f"{FILES}:test_brief_is_read_as_its_markdown",
    )),
    83: ("Developer-Mike/obsidian-docxer#17, benbalter/word-to-markdown-js#196, jgm/pandoc#2534",
         "the mark of a note becomes part of a figure", (
        f"{DOCUMENTS}:test_the_mark_of_a_note_is_no_part_of_a_number",
        "tests.readers.test_readers_rules:test_without_notes",
        f"{FILES}:test_text_with_everything_that_is_no_text",
    )),
}  # fmt: skip


@pytest.mark.parametrize("number", REPORTS)
def test_what_proves_it_is_there(number: int) -> None:
    report, fault, proofs = REPORTS[number]
    assert "#" in report
    assert fault
    assert proofs
    for proof in proofs:
        module, _, name = proof.partition(":")
        assert callable(getattr(import_module(module), name)), proof


def test_no_report_is_left_out() -> None:
    assert list(REPORTS) == list(range(45, 84, 2))
