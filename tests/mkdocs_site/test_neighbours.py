"""What other plugins may count on."""

from tests.mkdocs_site.building import CONFIG, built, records, write_site

HOOK = """
def on_page_context(context, *, page, config, nav):
    assert page.file.abs_src_path, f"{page.file.src_uri} has no path"
    # git-revision-date-localized gives what is generated the moment of the build, and not its day.
    assert page.file.generated_by is None, f"{page.file.src_uri} counts as generated"
    assert page.file.edit_uri in {None, page.file.src_uri}, page.file.edit_uri
    return context
"""


def test_every_page_has_a_path_whose_days_git_can_be_asked_for(tmp_path):
    (tmp_path / "hook.py").write_text(HOOK, encoding="utf-8")
    write_site(tmp_path, records(1), config=f"{CONFIG}\nhooks: [hook.py]\n")
    assert "register/index.html" in built(tmp_path)
