// What `needlewise check` says of words in other languages than their own.
#include "cli/command.hpp"
#include "formats/translation_checks.hpp"
#include "support/catch.hpp"
#include "support/small_protocol.hpp"

using namespace needlewise::cli::test;
using needlewise::formats::text_hash;

namespace {

/// The small protocol with a translation of it that is complete: every text the English one.
Folder const& with_translation(Folder const& folder, std::string const& translation) {
    for (auto const& [path, text] : needlewise::formats::test::small_protocol()) {
        folder.write("p/" + path, text);
    }
    folder.write("p/words/de.json", translation);
    return folder;
}

/// The lines that are about the translation, `code` among them.
std::string lines_with(std::string const& output, std::string const& code) {
    std::istringstream lines{output};
    std::string found;
    for (std::string line; std::getline(lines, line);) {
        if (line.find("[" + code + "]") != std::string::npos) {
            found += line.substr(line.find("words/")) + '\n';
        }
    }
    return found;
}

}  // namespace

TEST_CASE("A text is known by a hash that the note-taker shares") {
    CHECK(text_hash("") == "811c9dc5");
    CHECK(text_hash("a") == "e40c292c");
    CHECK(text_hash("\u00e9") == "1e9de8c1");
}

TEST_CASE("check names the words that a translation lacks, and those that nothing uses") {
    Folder const folder;
    with_translation(folder, R"({"question/creams/text":"Cremes?",
"rule/soap/text":"Seife"})");
    auto const checked = run(folder, "check $D/p");
    CHECK(checked.status == 1);
    CHECK(lines_with(checked.out, "missing-word")
              .find("words/de.json:1:1: warning: there is no text \"rule/peel/text\"") != std::string::npos);
    CHECK(lines_with(checked.out, "missing-word").find("\"option/creams/none\"") != std::string::npos);
    CHECK(
        lines_with(checked.out, "unused-word") ==
        "words/de.json:2:1: warning: nothing uses the text \"rule/soap/text\" (at /rule~1soap~1text). Correct the key, "
        "or take it out [unused-word]\n");
}

TEST_CASE("check names placeholders that differ from the original's") {
    Folder const folder;
    folder.write("i/words/en.json",
                 R"({"date/days/one":"{count} day","date/days/other":"{count} days","open":"Opens {hours}"})");
    folder.write("i/words/de.json", R"({"date/days/one":"ein Tag","date/days/in/other":"{count} Tagen",
"date/days/other":"Tage",
"open":"Ab {stunden}"})");
    auto const checked = run(folder, "check $D/i");
    CHECK(checked.status == 1);
    CHECK(lines_with(checked.out, "placeholder-mismatch") ==
          "words/de.json:2:19: warning: {count} of the original is missing (at /date~1days~1other). Add it "
          "[placeholder-mismatch]\n"
          "words/de.json:3:8: error: the original has no {stunden} (at /open). Write the placeholders of the original, "
          "untranslated [placeholder-mismatch]\n"
          "words/de.json:3:8: warning: {hours} of the original is missing (at /open). Add it [placeholder-mismatch]\n");
    CHECK(lines_with(checked.out, "unused-word").empty());
    CHECK(lines_with(checked.out, "missing-word").empty());
}

TEST_CASE("check names the words whose original has changed since they were translated") {
    Folder const folder;
    with_translation(folder, R"({"question/creams/text":"Cremes?",
"question/peel/text":"Peeling?","rule/peel/text":"P"})");
    auto const note = [](std::string const& creams, std::string const& peel) {
        return R"({"question/creams/text":")" + text_hash(creams) + R"(","rule/peel/text":")" + text_hash(peel) + "\"}";
    };
    folder.write("p/words/de.source.json", note("Creams?", "T"));
    CHECK(lines_with(run(folder, "check $D/p").out, "changed-original").empty());
    CHECK(lines_with(run(folder, "check $D/p").out, "unknown-file").empty());

    folder.write("p/words/de.source.json", note("Which creams?", "U"));
    CHECK(lines_with(run(folder, "check $D/p").out, "changed-original") ==
          "words/de.json:1:25: warning: the original of \"question/creams/text\" has changed since: \"Creams?\" (at "
          "/question~1creams~1text). Translate it anew, then run node web/tools/translated.mjs [changed-original]\n"
          "words/de.json:2:50: warning: the original of \"rule/peel/text\" has changed since: \"T\" (at "
          "/rule~1peel~1text). Translate it anew, then run node web/tools/translated.mjs [changed-original]\n");
}

TEST_CASE("check goes on where a catalogue cannot be read") {
    Folder const folder;
    folder.write("i/words/en.json", R"({"open":"Opens"})");
    folder.write("i/words/de.json", "{");
    folder.write("i/words/fr.json", R"({"open":7})");
    auto const checked = run(folder, "check $D/i");
    CHECK(checked.status == 1);
    CHECK(checked.out.find("de.json:1:2: error: ") != std::string::npos);
    CHECK(checked.out.find("fr.json:1:9: error: ") != std::string::npos);
}
