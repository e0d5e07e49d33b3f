// The days of a round, by the calendar of Finland, wherever and whenever the page is read.
import assert from "node:assert/strict";
import { test } from "node:test";

import { dayInFinland } from "../../web/common/finland.js";
import { stateOn } from "../../web/every-page/round-state.js";
import { days } from "../../web/selfcheck/python/days.js";

const ROUND = { opens: "2021-11-10", closes: "2021-12-10", starts: "2022-01-20", ends: "2022-04-06" };

test("the state follows from the day, each border belonging to what it ends or begins", () => {
  const told = ["2021-11-09", "2021-11-10", "2021-12-10", "2021-12-11", "2022-01-19", "2022-01-20", "2022-04-06", "2022-04-07"];

  assert.deepEqual(told.map((day) => stateOn(day, ROUND)), [
    "coming", "open", "open", "closed", "closed", "running", "running", "past",
  ]);
});

test("the day changes at Finnish midnight, in winter and in summer", () => {
  assert.equal(dayInFinland(new Date("2021-11-09T21:59:59Z")), "2021-11-09");
  assert.equal(dayInFinland(new Date("2021-11-09T22:00:00Z")), "2021-11-10");
  assert.equal(dayInFinland(new Date("2022-06-30T21:00:00Z")), "2022-07-01");
});

test("steps are dated until the closing day has passed, and without one never", () => {
  const on = (until, now) => days({ dataset: { until } }, new Date(now));

  assert.deepEqual(on("2030-05-01", "2030-05-01T12:00Z"), { today: "2030-05-01", until: "2030-05-01" });
  assert.deepEqual(on("2030-05-01", "2030-05-01T21:30Z"), {});
  assert.deepEqual(on(undefined, "2030-05-01T12:00Z"), {});
});
