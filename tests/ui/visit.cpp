#include "ui/visit.hpp"

#include "platform/headless/content_files.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace needlewise::ui::test {

core::Date day(std::string_view iso) { return core::Date::from_iso(iso).value(); }

std::vector<platform::ContentFile> const& built_in_content() {
    static auto const files = platform::read_content(NEEDLEWISE_ASSETS_DIR, "microneedling");
    return files;
}

std::vector<platform::HeadlessFont> const& page_fonts() {
    static auto const fonts = [] {
        std::string const folder{NEEDLEWISE_FONTS_DIR};
        if (!std::filesystem::exists(folder + "/inter-400.ttf")) {
            throw std::runtime_error{folder + " has no fonts: run tests/run or web/build once, which make them"};
        }
        return std::vector<platform::HeadlessFont>{{platform::read_file(folder + "/inter-400.ttf"), 400},
                                                   {platform::read_file(folder + "/inter-600.ttf"), 600}};
    }();
    return fonts;
}

namespace {

std::vector<platform::ContentFile> content_for(VisitOptions const& options) {
    auto files = options.content.empty() ? built_in_content() : options.content;
    if (!options.clinic.empty()) {
        files.push_back({"clinic", options.clinic});
    }
    return files;
}

platform::HeadlessDescription description_for(VisitOptions const& options,
                                              std::vector<platform::ContentFile> const& content) {
    platform::HeadlessDescription description{content, page_fonts()};
    description.today = day(options.today);
    description.width = options.width;
    description.preferences = options.preferences;
    description.shares_with = options.shares_with;
    return description;
}

std::string code_of(core::AnswerOption const& option) { return std::get<core::Coding>(option.value).code; }

}  // namespace

Visit::Visit(VisitOptions const& options) : HeadlessPage{description_for(options, content_for(options))} {}

core::ItemIndex Visit::item_named(std::string const& link_id) const {
    auto const item = session().protocol().questionnaire.find(link_id);
    INFO(link_id);
    REQUIRE(item.has_value());
    return *item;
}

std::string const& Visit::question(std::string const& link_id) const {
    return session().item(item_named(link_id)).text;
}

std::string const& Visit::option(std::string const& link_id, std::string const& code) const {
    for (auto const& option : session().item(item_named(link_id)).options) {
        if (code_of(option) == code) {
            return option.label;
        }
    }
    FAIL(link_id << " has no option " << code);
    std::abort();
}

bool Visit::is_chosen(std::string const& link_id, std::string const& code) const {
    auto const* node = find("q/" + link_id + "/" + code);
    return node != nullptr && node->checked == semantics::Checked::Yes;
}

void Visit::answer(std::string const& link_id, std::vector<std::string> const& values) {
    auto const& item = session().item(item_named(link_id));
    if (item.options.empty()) {
        fill("q/" + link_id, values.empty() ? "" : values.front());
        return;
    }
    for (auto const& option : item.options) {
        auto const code = code_of(option);
        auto const wanted = std::find(values.begin(), values.end(), code) != values.end();
        if (wanted != is_chosen(link_id, code) && (wanted || item.repeats)) {
            press("q/" + link_id + "/" + code);
        }
    }
}

void Visit::answer_page(Answers const& answers) {
    // A follow-up may open while its page is filled in, always below what opens it.
    for (core::ItemIndex index = 0; index < session().protocol().questionnaire.items.size(); ++index) {
        auto const& link_id = session().item(index).link_id;
        auto const given =
            std::find_if(answers.begin(), answers.end(), [&](auto const& entry) { return entry.first == link_id; });
        if (asks(link_id) && core::is_question(session().item(index).type) && given != answers.end()) {
            answer(link_id, given->second);
        }
    }
}

void Visit::answer_all(Answers const& answers) {
    press("welcome/start");
    constexpr int most_pages = 100;
    for (auto page = 0; session().here().screen == app::Screen::Questions; ++page) {
        REQUIRE(page < most_pages);
        answer_page(answers);
        press("questions/next");
        if (find("questions/skip") != nullptr) {
            press("questions/skip");
        }
    }
}

std::string Visit::result() const {
    auto const datum = [](semantics::Node const& node, std::string const& name) -> std::string {
        for (auto const& [key, value] : node.data) {
            if (key == name) {
                return value;
            }
        }
        return {};
    };
    auto const* root = find("result");
    if (root == nullptr) {
        throw NotOnPage{"no result here:\n" + text()};
    }
    auto result = datum(*root, "outcome");
    for (auto const* name : {"provisional", "not-before", "earliest"}) {
        auto const value = datum(*root, name);
        result += value.empty() ? "" : std::string{" "} + name + "=" + value;
    }
    result += datum(*root, "open-ended") == "true" ? " open-ended" : "";
    for (auto const& node : tree().nodes) {
        if (auto const finding = datum(node, "finding"); !finding.empty()) {
            result += "; " + finding + " " + datum(node, "level");
            result += datum(node, "date").empty() ? "" : " " + datum(node, "date");
            result += datum(node, "clarify") == "true" ? " clarify" : "";
        }
    }
    return result;
}

Answers healthy(Answers const& changes) {
    Answers answers{{"age-band", {"22-plus"}},
                    {"pregnancy", {"none"}},
                    {"concerns", {"fine-lines"}},
                    {"area", {"face"}},
                    {"device", {"needle-only"}},
                    {"numbing", {"clinic"}},
                    {"skin-today", {"none"}},
                    {"changing-mole", {"no"}},
                    {"spots-in-area", {"none"}},
                    {"skin-conditions", {"none"}},
                    {"scar-history", {"none"}},
                    {"pigment", {"none"}},
                    {"bleeding-healing", {"none"}},
                    {"diabetes", {"no"}},
                    {"heart", {"none"}},
                    {"immune", {"none"}},
                    {"cancer", {"none"}},
                    {"other-health", {"none"}},
                    {"day-to-day", {"none"}},
                    {"isotretinoin", {"never"}},
                    {"medicines", {"none"}},
                    {"creams", {"none"}},
                    {"allergies", {"none"}},
                    {"numbing-risks", {"none"}},
                    {"recent-4-weeks", {"none"}},
                    {"recent-12-months", {"none"}},
                    {"recent-illness", {"none"}},
                    {"planned-date", {"2026-03-30"}}};
    for (auto const& change : changes) {
        auto const found = std::find_if(answers.begin(), answers.end(),
                                        [&](auto const& entry) { return entry.first == change.first; });
        if (found == answers.end()) {
            answers.push_back(change);
        } else {
            found->second = change.second;
        }
    }
    return answers;
}

void check_snapshot(HeadlessPage const& page, std::string const& name) {
    auto const path = std::string{NEEDLEWISE_TESTS_DIR "/ui/snapshots/"} + name + ".txt";
    auto const shown = page.text();
    if (std::getenv("NEEDLEWISE_UPDATE_SNAPSHOTS") != nullptr) {
        std::ofstream{path, std::ios::binary} << shown;
        return;
    }
    auto const stored = std::filesystem::exists(path) ? platform::read_file(path) : std::string{};
    if (stored == shown) {
        SUCCEED();
        return;
    }
    auto const differs = std::mismatch(stored.begin(), stored.end(), shown.begin(), shown.end());
    auto const at = static_cast<std::size_t>(differs.second - shown.begin());
    auto const from = at == 0 ? 0 : shown.rfind('\n', at - 1) + 1;
    auto const line = std::count(shown.begin(), differs.second, '\n') + 1;
    auto const length = std::size_t{400};
    FAIL_CHECK("the screen is not that of " << path << ", line " << line
                                            << " on (NEEDLEWISE_UPDATE_SNAPSHOTS=1 takes it over)\n--- stored\n"
                                            << stored.substr(std::min(from, stored.size()), length) << "\n--- now\n"
                                            << shown.substr(from, length));
}

}  // namespace needlewise::ui::test
