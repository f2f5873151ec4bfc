"""axe-core on the practice page: every question, asked and answered, light and dark."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.outputs.handouts.conftest import faults, practice_source
from tests.outputs.samples import sample_quiz

FILLED = """() => {
  document.querySelectorAll("form input[type=text]").forEach(node => { node.value = "x"; });
  document.querySelectorAll("select").forEach(node => { node.selectedIndex = 1; });
  const box = document.querySelector("form input:not([type=text])");
  if (box) box.click();
  document.querySelector("form .first").click();
}"""


@pytest.mark.parametrize(("scheme", "rules"), [("light", None), ("dark", ["color-contrast"])])
def test_axe_finds_no_fault_in_any_state(
    browser: Browser, tmp_path: Path, scheme: Any, rules: list[str] | None
) -> None:
    """The page's policy lets nobody in, axe-core neither: here it is switched off."""
    context = browser.new_context(
        bypass_csp=True, color_scheme=scheme, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    file = tmp_path / "practice.html"
    file.write_text(practice_source(sample_quiz()), "utf-8")
    page.goto(file.as_uri())
    found = []
    for _ in sample_quiz().items:
        found += faults(page, rules)
        page.evaluate(FILLED)
        if page.locator(".result form").count():
            found += faults(page, rules)
            page.locator(".result form .first").click()
        found += faults(page, rules)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator(".result .first").click()
    assert found + faults(page, rules) == []
    context.close()
