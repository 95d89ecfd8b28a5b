// The arrow check itself: each breach is found, what is allowed is not reported.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { breaches } from "./include_arrows.mjs";

function breachesOf(files) {
  const root = mkdtempSync(join(tmpdir(), "needlewise-arrows-"));
  try {
    mkdirSync(join(root, "src"));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, "src", name)), { recursive: true });
      writeFileSync(join(root, "src", name), text);
    }
    return breaches(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("includes along the arrows are allowed", () => {
  assert.deepEqual(breachesOf({
    "core/date.hpp": "#pragma once\n#include <string>\n",
    "formats/json.cpp": '#include "formats/json.hpp"\n#include "core/date.hpp"\n#include <nlohmann/json.hpp>\n',
    "app/session.cpp": '#include "formats/fhir.hpp"\n#include "semantics/node.hpp"\n',
    "ui/screens/welcome.cpp": '#include "app/session.hpp"\n#include <imgui.h>\n#include "imgui_internal.h"\n',
    "platform/web/main.cpp": '#include "ui/page.hpp"\n#include <imgui_impl_opengl3.h>\n#include <emscripten.h>\n',
    "cli/main.cpp": '#include "formats/json.hpp"\n#include "core/date.hpp"\n',
  }), []);
});

const against = {
  "core to formats": ["core/a.cpp", '#include "formats/json.hpp"'],
  "core to semantics": ["core/a.cpp", '#include "semantics/node.hpp"'],
  "formats to app": ["formats/a.cpp", '#include "app/session.hpp"'],
  "semantics to formats": ["semantics/a.cpp", '#include "formats/json.hpp"'],
  "app to ui": ["app/a.cpp", '#include "ui/page.hpp"'],
  "ui to formats": ["ui/a.cpp", '#include "formats/json.hpp"'],
  "ui to platform": ["ui/a.cpp", '#  include "platform/web/host.hpp"'],
  "cli to app": ["cli/a.cpp", '#include "app/session.hpp"'],
  "with angle brackets too": ["core/a.cpp", "#include <formats/json.hpp>"],
  "ImGui in app": ["app/a.cpp", "#include <imgui.h>"],
  "an ImGui backend in ui": ["ui/a.cpp", "#include <imgui_impl_opengl3.h>"],
  "Emscripten in ui": ["ui/a.cpp", "#include <emscripten/html5.h>"],
  "nlohmann in core": ["core/a.cpp", "#include <nlohmann/json.hpp>"],
  "nlohmann in a header": ["formats/a.hpp", "#pragma once\n#include <nlohmann/json.hpp>"],
  "a neighbour by short name": ["core/a.cpp", '#include "date.hpp"'],
  "a folder above": ["core/a.cpp", '#include "../core/date.hpp"'],
  "a header without pragma once": ["core/a.hpp", "#include <string>"],
  "an unknown folder": ["misc/a.cpp", ""],
};
for (const [what, [name, text]] of Object.entries(against)) {
  test(`found: ${what}`, () => assert.equal(breachesOf({ [name]: text + "\n" }).length, 1));
}
test("found: nlohmann in two files", () => {
  const text = "#include <nlohmann/json.hpp>\n";
  assert.equal(breachesOf({ "formats/a.cpp": text, "formats/b.cpp": text }).length, 1);
});
