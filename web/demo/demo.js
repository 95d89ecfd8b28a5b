// What the check tells, written down in front of everybody; nothing of it is kept or sent.
const told = document.getElementById("told");
for (const screening of document.querySelectorAll("needlewise-screening")) {
  for (const type of ["ready", "step", "outcome", "booking", "closed", "error"]) {
    screening.addEventListener(type, ({ detail }) => {
      told.append(Object.assign(document.createElement("li"), { textContent: `${type} ${JSON.stringify(detail)}` }));
    });
  }
}
document.getElementById("dark").addEventListener("click", () => document.documentElement.classList.toggle("dark"));
document.getElementById("open").addEventListener("click", () => document.getElementById("window").showModal());
