"""main.py BINARY [--long] [ROW...]: runs the rows of the catalogue and counts them by section."""
import importlib
import sys
import time
import traceback

import harness

SECTIONS = ("git_states", "writes", "texts", "bombs", "dates", "identity", "injection", "determinism")


def main():
    wanted = {int(word) for word in sys.argv[2:] if word.isdigit()}
    failed = []
    for section in SECTIONS:
        importlib.import_module(section)
    for section in SECTIONS:
        rows = {number: tests for number, tests in harness.ROWS.items() if tests[0].__module__ == section}
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
            except Exception:  # an error of the test itself counts as a fault
                failed.append(number)
                print(f"row {number}: {traceback.format_exc()}", flush=True)
            if time.monotonic() - started > 20:
                print(f"row {number}: {time.monotonic() - started:.0f} s", flush=True)
        if tried:
            print(f"{section}: {good} of {tried} rows hold" + (f", {skipped} not tried here" if skipped else ""), flush=True)
    print(f"faults: {len(failed)} rows fail" + (f": {', '.join(map(str, failed))}" if failed else ""))
    sys.exit(1 if failed else 0)


main()
