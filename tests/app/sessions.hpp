// Sessions with the built-in content, or with a small form of a test's own.
#pragma once

#include "app/content.hpp"
#include "formats/builtin.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace needlewise::app::test {

using formats::test::read_whole;

inline core::Date day(std::string_view iso) { return core::Date::from_iso(iso).value(); }

inline constexpr std::string_view today = "2026-03-02";

/// Path and text of each content file.
using Content = std::vector<std::pair<std::string, std::string>>;

inline Content built_in_content() {
    static Content const content = [] {
        Content files;
        for (std::string const name :
             {"questionnaire.json", "protocol.json", "rules.json", "timeline.json", "sources.json", "words/en.json"}) {
            files.emplace_back("protocol/" + name,
                               read_whole(NEEDLEWISE_ASSETS_DIR "/protocols/microneedling/" + name));
        }
        files.emplace_back("interface/words/en.json", read_whole(NEEDLEWISE_ASSETS_DIR "/interface/words/en.json"));
        return files;
    }();
    return content;
}

inline Session session_of(Content const& content, std::string_view date = today) {
    std::vector<formats::SourceFile> files;
    for (auto const& [path, text] : content) {
        files.push_back({path, text});
    }
    return make_session(files, "en", day(date));
}

inline Session built_in_session(std::string_view date = today) { return session_of(built_in_content(), date); }

inline Session session_with_clinic(std::string const& clinic) {
    auto content = built_in_content();
    content.emplace_back("clinic", clinic);
    return session_of(content);
}

/// A questionnaire alone, with the page's words.
inline Session session_of_form(std::string const& items) {
    return session_of(
        {{"protocol/questionnaire.json",
          R"({"resourceType":"Questionnaire","status":"active","url":"urn:form","title":"A form","item":[)" + items +
              "]}"},
         {"interface/words/en.json", read_whole(NEEDLEWISE_ASSETS_DIR "/interface/words/en.json")}});
}

inline core::ItemIndex item_of(Session const& session, std::string_view link_id) {
    auto const item = session.protocol().questionnaire.find(link_id);
    INFO(link_id);
    REQUIRE(item.has_value());
    return *item;
}

inline std::size_t option_of(Session const& session, core::ItemIndex item, std::string_view code) {
    auto const& options = session.item(item).options;
    for (std::size_t option = 0; option < options.size(); ++option) {
        auto const* coding = std::get_if<core::Coding>(&options[option].value);
        if (coding != nullptr && coding->code == code) {
            return option;
        }
    }
    FAIL("no option " << code);
    return 0;
}

inline void choose(Session& session, std::string_view link_id, std::string_view code, bool on = true) {
    auto const item = item_of(session, link_id);
    session.choose(item, option_of(session, item, code), on);
}

inline void type_in(Session& session, std::string_view link_id, std::string const& text) {
    session.set_from_text(item_of(session, link_id), text);
}

/// Codes of the options that are ticked.
inline std::vector<std::string> chosen(Session const& session, std::string_view link_id) {
    std::vector<std::string> codes;
    for (auto const& value : session.given(item_of(session, link_id))) {
        codes.push_back(std::get<core::Coding>(value).code);
    }
    return codes;
}

/// linkIds of items.
inline std::vector<std::string> names(Session const& session, std::vector<core::ItemIndex> const& items) {
    std::vector<std::string> link_ids;
    for (auto const item : items) {
        link_ids.push_back(session.item(item).link_id);
    }
    return link_ids;
}

/// Somebody of whom nothing speaks against a treatment on 2026-03-30 (the base answers of protocol/examples.md).
inline void answer_healthy(Session& session) {
    for (auto const& [link_id, code] : std::vector<std::pair<char const*, char const*>>{{"age-band", "22-plus"},
                                                                                        {"concerns", "fine-lines"},
                                                                                        {"area", "face"},
                                                                                        {"device", "needle-only"},
                                                                                        {"numbing", "clinic"},
                                                                                        {"changing-mole", "no"},
                                                                                        {"diabetes", "no"},
                                                                                        {"isotretinoin", "never"}}) {
        choose(session, link_id, code);
    }
    for (auto const* link_id :
         {"pregnancy", "skin-today", "spots-in-area", "skin-conditions", "scar-history", "pigment", "bleeding-healing",
          "heart", "immune", "cancer", "other-health", "day-to-day", "medicines", "creams", "allergies",
          "numbing-risks", "recent-4-weeks", "recent-12-months", "recent-illness"}) {
        choose(session, link_id, "none");
    }
    type_in(session, "planned-date", "2026-03-30");
}

}  // namespace needlewise::app::test
