"""main.py BINARY [--long] [ROW...]: runs the rows of the catalogue and counts them by section."""
import sys
import time
import traceback

import harness
import section_a
import section_b
import section_c
import section_d
import section_e
import section_f
import section_g
import section_h

SECTIONS = {module.__name__[-1].upper(): module for module in (
    section_a, section_b, section_c, section_d, section_e, section_f, section_g, section_h)}


def main():
    wanted = {int(word) for word in sys.argv[2:] if word.isdigit()}
    failed = []
    for letter in SECTIONS:
        rows = {number: tests for number, tests in harness.ROWS.items() if tests[0].__module__ == f"section_{letter.lower()}"}
        good = tried = skipped = 0
        for number in sorted(rows):
            if wanted and number not in wanted:
                continue
            tried += 1
            started = time.monotonic()
            try:
                for test in rows[number]:
                    test()
                good += 1
            except harness.Skip as why:
                skipped += 1
                print(f"row {number}: NOT tried: {why}", flush=True)
            except harness.Fault as fault:
                failed.append(number)
                print(f"row {number}: {fault}", flush=True)
            except Exception:  # a slip of the test itself is told like a fault
                failed.append(number)
                print(f"row {number}: {traceback.format_exc()}", flush=True)
            if time.monotonic() - started > 20:
                print(f"row {number}: {time.monotonic() - started:.0f} s", flush=True)
        if tried:
            print(f"section {letter}: {good} of {tried} rows hold" + (f", {skipped} not tried here" if skipped else ""), flush=True)
    print(f"faults: {len(failed)} rows fail" + (f": {', '.join(map(str, failed))}" if failed else ""))
    sys.exit(1 if failed else 0)


main()
