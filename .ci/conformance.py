"""Prints which of the cases all SDKs share held in which language: conformance.py RESULTS REPORT

RESULTS holds one folder per suite with its JUnit XML reports. REPORT is one more, a test a language; it fails when a case
failed or was not run.
"""

import json
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

CASES = Path(__file__).parent.parent / "openapi" / "conformance" / "cases"
# language: where its reports lie, and what its reports call a case
LANGUAGES = {
    "Java": ("java/sdk-java", "{group} everyCaseHolds() {name}"),
    "TypeScript": ("typescript", "{name}"),
    "Python": ("python", "test_every_case_holds[{group}: {name}-blocking]"),
    "Python, async": ("python", "test_every_case_holds[{group}: {name}-awaiting]"),
}


def main(results: Path, report: Path) -> int:
    groups = {it.stem: [case["name"] for case in json.loads(it.read_text())] for it in sorted(CASES.glob("*.json"))}
    missing = {language: not_held(results, groups, language) for language in LANGUAGES}
    print(" | ".join(["| cases", *LANGUAGES]) + " |")
    print("|---" * (len(LANGUAGES) + 1) + "|")
    for group, names in groups.items():
        held = [len(names) - len(missing[language][group]) for language in LANGUAGES]
        print(" | ".join([f"| {group}", *(f"{it} of {len(names)}" for it in held)]) + " |")
    suite = ElementTree.Element("testsuite", name="conformance")
    for language, lost in missing.items():
        name = f"every case holds in {language}"
        case = ElementTree.SubElement(suite, "testcase", classname="conformance", name=name)
        lines = [f"{group}: {name}" for group, names in lost.items() for name in names]
        if lines:
            ElementTree.SubElement(case, "failure").text = "\n".join(lines)
            print(f"NOT HELD in {language}:", *lines, sep="\n  ")
    ElementTree.ElementTree(suite).write(report)
    return 0


def not_held(results: Path, groups: dict[str, list[str]], language: str) -> dict[str, list[str]]:
    folder, form = LANGUAGES[language]
    held = passed(results / folder)
    return {group: [it for it in names if form.format(group=group, name=it) not in held] for group, names in groups.items()}


def passed(folder: Path) -> set[str]:
    """The names of the tests that passed."""
    return {
        case.get("name", "")
        for report in folder.rglob("*.xml")
        for case in ElementTree.parse(report).iter("testcase")
        if not {child.tag for child in case} & {"failure", "error", "skipped"}
    }


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
