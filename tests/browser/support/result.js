// A result in one form, wherever it comes from: the page or `needlewise assess`.

// Runs in the page: what the result on it says.
export function readResult(root = document.querySelector("[data-outcome]")) {
  const list = (prefix) => [...root.querySelectorAll(`li[id^="${prefix}/"]`)].map(({ id }) => id.slice(prefix.length + 1)).sort();
  return {
    outcome: root.dataset.outcome,
    provisional: root.dataset.provisional ?? null,
    notBefore: root.dataset.notBefore ?? null,
    earliest: root.dataset.earliest ?? null,
    openEnded: root.dataset.openEnded === "true",
    findings: [...root.querySelectorAll("[data-finding]")]
      .map(({ dataset }) => [dataset.finding, dataset.level, dataset.clarify === "true", dataset.date ?? null].join(" ")).sort(),
    incomplete: list("result/incomplete"),
    errors: list("result/errors"),
  };
}

export const judged = ({ outcome, provisional, notBefore, earliest, openEnded, findings, incomplete, errors }) => ({
  outcome, provisional, notBefore, earliest, openEnded,
  findings: findings.map(({ id, level, clarify, date }) => [id, level, clarify, date].join(" ")).sort(),
  incomplete: [...incomplete].sort(), errors: [...errors].sort(),
});
