// Who fills in the form here, in days from the real today: these engines keep their clock.
import { healthy } from "../support/questionnaire.js";

const two = (number) => String(number).padStart(2, "0");
const iso = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
export const today = () => iso(new Date());

// A day whose number is its month's, for browsers differ in which of the two comes first: the nearest at least this
// many days from today, ahead or (below 0) back.
export function sameDayAndMonth(days) {
  const date = new Date();
  date.setDate(date.getDate() + days);
  while (date.getDate() !== date.getMonth() + 1) date.setDate(date.getDate() + Math.sign(days));
  return iso(date);
}

// Speaks of most kinds of questions: several answers, follow-ups, dates behind and ahead, a number.
export const makePerson = () => ({
  ...healthy,
  concerns: ["fine-lines", "acne-scars"], "scar-kind": ["flat-or-pitted"],
  "skin-conditions": ["cold-sores"], isotretinoin: "past-12-months", "isotretinoin-last-date": sameDayAndMonth(-40),
  "planned-date": sameDayAndMonth(30), "event-date": sameDayAndMonth(250), "sessions-planned": 4,
});
