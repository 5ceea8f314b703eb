"""Count in how many reports each word stands, for the table of words that reconciliation weighs.

    python scripts/build_word_frequencies.py REPORTS.jsonl

REPORTS has one report a line, with `title` and `body`. A word that stands in fewer than LEAST
reports is not listed: it is rare. Only the counts go into the table, in steps of a factor of two.
"""

import json
import sys
from collections import Counter
from math import log2
from pathlib import Path

from riwaya.reconcile.wording import plain_words

LEAST = 4
TABLE = Path(__file__).parent.parent / "src/riwaya/reconcile/tables/words.tsv"


def main() -> None:
    """Write the table."""
    counted: Counter[str] = Counter()
    reports = 0
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            counted.update(
                set(plain_words(f"{report.get('title') or ''} {report.get('body') or ''}"))
            )
            reports += 1
    rows = sorted(
        (-round(log2(count / reports)), word) for word, count in counted.items() if count >= LEAST
    )
    lists: dict[int, list[str]] = {}
    for bits, word in rows:
        lists.setdefault(bits, []).append(word)
    lines = [f"{bits}\t{' '.join(words)}\n" for bits, words in sorted(lists.items())]
    TABLE.write_text("bits\twords\n" + "".join(lines), encoding="utf-8")
    print(f"{reports} reports, {len(rows)} words, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
