#!/usr/bin/env python3
"""scores.py BINARY SHARED ENV: how far we are on the suites beside the checkout.

Runs the W3C suite's scorer and the recaps' scorer, lets the networks' libraries judge the drafts of the
labelled recaps, prints the measures and compares them with tests/bars.toml.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
BINARY, SHARED, ENV = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
passed, failed = 0, []


def run(*command, **options):
    return subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True, check=False, **options)


def hold(measures, bars, suite):
    """Prints each measure and compares it with its bar, which is an upper one where its name begins with "max-"."""
    global passed
    for name, bar in bars.items():
        most = name.startswith("max-")
        value = measures.get(name.removeprefix("max-"))
        good = value is not None and (value <= bar if most else value >= bar)
        print(f"  {suite} {name.removeprefix('max-')}: {value} ({'at most' if most else 'at least'} {bar})")
        if good:
            passed += 1
        else:
            failed.append(f"{suite} {name}: {value}, the bar is {bar}")


def w3c_suite(bars):
    done = run(sys.executable, SHARED / "w3c-suite/score.py", "--json", "--", BINARY, "validate", "--format", "json")
    report = json.loads(done.stdout)
    hold({name: row.get("share", row.get("f1")) if isinstance(row, dict) else row for name, row in report.items()}, bars, "w3c-suite")


def recaps(bars, draft_bars):
    posts = sorted((SHARED / "recaps/posts").glob("*.md"))
    inspected = run(BINARY, "inspect", "--format", "json", *posts).stdout
    with tempfile.TemporaryDirectory(prefix="afterword-recaps-") as work:
        work = pathlib.Path(work)
        for line in inspected.splitlines():
            (work / (pathlib.Path(json.loads(line)["file"]).stem + ".json")).write_text(line, "utf-8")
        report = json.loads(run(sys.executable, SHARED / "recaps/score.py", "--json", work).stdout)
        measures = {f"{name}.{part}": round(value, 4) for name, row in report.items() if isinstance(row, dict) for part, value in row.items()}
        hold(measures | {"neg_fp_rate": round(report["neg_fp_rate"], 4)}, bars, "recaps")

        inspect = work / "inspect.jsonl"
        inspect.write_text(inspected, "utf-8")
        drafts = run(BINARY, "draft", "--format", "json", *posts).stdout
        judges = [ENV / "node/drafts.mjs", "--inspect", inspect, "-"],
        oracle = SHARED / "networks/oracles/check-drafts.mjs"
        if oracle.exists():
            shutil.copy(oracle, ENV / "node/")
            judges += [ENV / "node/check-drafts.mjs", inspect],
        for judge in judges:
            done = run("node", *judge, input=drafts)
            for line in done.stdout.splitlines()[:20]:
                print(f"    {line}")
            closing = next((line for line in reversed(done.stdout.splitlines()) if " drafts, " in line), "0 drafts, 0 posts, 99999 offences")
            count, _, offences = (int(part.split()[0]) for part in closing.split(" by ")[0].split(", "))
            unnamed = sum("does not name" in line for line in done.stdout.splitlines())
            found = {"drafts": count, "unnamed": unnamed, "offences": offences - unnamed}
            hold(found, draft_bars, f"recap drafts by {judge[0].name}")


def main():
    bars = tomllib.loads((HERE / "bars.toml").read_text("utf-8"))
    for suite, score, names in (("w3c-suite", w3c_suite, ("w3c-suite",)), ("recaps", recaps, ("recaps", "recap-drafts"))):
        if not (SHARED / suite).is_dir():
            print(f"scores: {SHARED / suite} is not there: NOT tried")
            continue
        try:
            score(*(bars[name] for name in names))
        except (ValueError, KeyError, OSError) as error:
            failed.append(f"{suite}: {error!r}")
    for line in failed:
        print(line)
    print(f"{passed} passed, {len(failed)} failed: bars on the suites")
    sys.exit(1 if failed else 0)


main()
