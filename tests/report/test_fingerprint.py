from roi_plugin.report.fingerprint import fingerprints


def test_a_finding_keeps_its_fingerprint_when_lines_above_it_move(finding):
    assert fingerprints([finding(line=12)]) == fingerprints([finding(line=90, column=3, excerpt="moved")])


def test_equal_findings_of_one_run_have_different_fingerprints(finding):
    assert len(set(fingerprints([finding(line=1), finding(line=2), finding(line=3)]))) == 3


def test_another_path_field_name_or_message_is_another_finding(finding):
    found = [finding(), finding(path="x"), finding(field="x"), finding(name="file/x"), finding(message="x")]
    assert len(set(fingerprints(found))) == 5


def test_text_that_is_no_unicode_has_a_fingerprint(hostile):
    assert len(fingerprints([hostile])[0]) == 64


def test_fingerprints_stay_what_they_were_published_as(finding):
    assert fingerprints([finding()]) == ["1f607d1d4e2e2da65bc6f93d1c7bab37eabca9df46db83c3ba998a94ced0794f"]
