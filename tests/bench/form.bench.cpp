// What one answer costs the page before the browser draws anything: layout, painting, the changes for the browser.
//   form_bench [QUESTIONNAIRE [PRESSES]]      default: the built-in one; tests/support/large_form.mjs writes large ones
#include "platform/headless/headless_page.hpp"
#include "semantics/diff.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace needlewise;
using Clock = std::chrono::steady_clock;

std::vector<platform::ContentFile> content_of(char const* questionnaire) {
    auto files = platform::read_content(NEEDLEWISE_ASSETS_DIR, "microneedling");
    std::erase_if(files, [](auto const& file) { return file.path.starts_with("protocol/"); });
    files.push_back({"protocol/questionnaire.json", platform::read_file(questionnaire)});
    return files;
}

std::vector<platform::HeadlessFont> fonts() {
    std::string const folder{NEEDLEWISE_FONTS_DIR};
    return {{platform::read_file(folder + "/inter-400.ttf"), 400},
            {platform::read_file(folder + "/inter-600.ttf"), 600}};
}

std::vector<std::string> choices_on(platform::HeadlessPage const& page) {
    std::vector<std::string> ids;
    for (auto const& node : page.tree().nodes) {
        if (node.role == semantics::Role::Radio) ids.push_back(node.id);
    }
    return ids;
}

}  // namespace

int main(int count, char** arguments) {
    std::string const own = NEEDLEWISE_ASSETS_DIR "/protocols/microneedling/questionnaire.json";
    auto const files = content_of(count > 1 ? arguments[1] : own.c_str());
    auto const faces = fonts();
    platform::HeadlessDescription description{files, faces};
    description.today = core::Date::from_iso("2026-03-02").value();
    description.width = 820;
    platform::HeadlessPage page{description};
    page.press(semantics::Role::Button, "Start the questions");
    auto const presses = count > 2 ? std::atoi(arguments[2]) : 200;
    auto const ids = choices_on(page);
    std::size_t patches = 0;
    auto const begin = Clock::now();
    for (auto number = 0; number < presses; ++number) {
        auto const before = page.tree();
        page.press(ids[static_cast<std::size_t>(number) * 7 % ids.size()]);
        patches += semantics::difference(before, page.tree()).size();
    }
    auto const spent = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    std::printf("%zu nodes; %.2f ms and %.1f patches an answer\n", page.tree().nodes.size(), spent / presses,
                static_cast<double>(patches) / presses);
}
