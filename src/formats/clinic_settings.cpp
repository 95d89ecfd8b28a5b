#include "formats/clinic_settings.hpp"

#include "formats/content_reader.hpp"
#include "formats/names.hpp"
#include "formats/waits.hpp"

#include <algorithm>

namespace needlewise::formats {

namespace {

using core::Outcome;
using core::Parameter;
using core::ParameterIndex;

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }));
}

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }
bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// Nothing that could end an address or an attribute early.
bool is_address_character(char c) {
    return c > ' ' && c != 0x7F && c != '"' && c != '\'' && c != '<' && c != '>' && c != '\\';
}

/// BCP 47 as far as files are named by it: `en`, `pt-BR`.
bool is_language_tag(std::string_view tag) {
    std::size_t part = 0;
    std::size_t length = 0;
    for (char c : tag) {
        if (c == '-') {
            if (length < 2) {
                return false;
            }
            ++part;
            length = 0;
        } else if ((part == 0 && !(c >= 'a' && c <= 'z')) || !(is_letter(c) || is_digit(c)) ||
                   ++length > (part == 0 ? 3u : 8u)) {
            return false;
        }
    }
    return length >= 2;
}

bool is_base64(std::string_view text) {
    text = text.substr(0, text.find_last_not_of('=') + 1);
    return !text.empty() && std::all_of(text.begin(), text.end(),
                                        [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '/'; });
}

bool is_data_image(std::string_view address) {
    for (char const* start : {"data:image/png;base64,", "data:image/svg+xml;base64,", "data:image/webp;base64,",
                              "data:image/jpeg;base64,"}) {
        if (starts_with(address, start)) {
            return is_base64(address.substr(std::string_view{start}.size()));
        }
    }
    return false;
}

bool is_image_file(std::string_view path) {
    bool const image = ends_with(path, ".png") || ends_with(path, ".svg") || ends_with(path, ".webp") ||
                       ends_with(path, ".jpg") || ends_with(path, ".jpeg");
    return image && path.front() != '/' && path.find("..") == std::string_view::npos &&
           path.find(':') == std::string_view::npos && std::all_of(path.begin(), path.end(), is_address_character);
}

bool is_web_address(std::string_view address) {
    constexpr std::string_view scheme = "https://";
    return starts_with(address, scheme) && address.size() > scheme.size() && address[scheme.size()] != '/' &&
           std::all_of(address.begin(), address.end(), is_address_character);
}

/// On one's own machine, where there is no certificate while trying things out.
bool is_own_machine(std::string_view origin) {
    for (std::string_view const start : {"http://localhost", "http://127.0.0.1"}) {
        if (starts_with(origin, start)) {
            std::string_view const rest = origin.substr(start.size());
            return rest.empty() ||
                   (rest.size() > 1 && rest.front() == ':' && std::all_of(rest.begin() + 1, rest.end(), is_digit));
        }
    }
    return false;
}

bool is_web_origin(std::string_view address) {
    constexpr std::size_t scheme = std::string_view{"https://"}.size();
    return is_own_machine(address) ||
           (is_web_address(address) && address.find_first_of("/?#", scheme) == std::string_view::npos);
}

/// A PIN is short: only slow hashing keeps it.
constexpr int fewest_iterations = 100'000;

class ClinicReader {
public:
    ClinicReader(ContentReader& reader, core::Protocol const& protocol, LoadedClinic& loaded)
        : reader_{reader}, protocol_{protocol}, loaded_{loaded}, settings_{loaded.settings} {}

    void read(JsonValue root) {
        if (!reader_.expect(root, JsonKind::Object)) {
            return;
        }
        reader_.only_members(
            root, {"name", "contact", "openingHours", "emergencyNumber", "colours", "logo", "language", "languages",
                   "parameters", "products", "booking", "paging", "kiosk", "embed", "takeAlong"});
        settings_.name = limited_text(root, "name", 80);
        settings_.opening_hours = limited_text(root, "openingHours", 120);
        read_contact(root);
        read_parameters(root);
        read_look(root);
        read_languages(root);
        read_products(root);
        read_booking(root);
        int const paging = reader_.one_of(root, "paging", {"auto", "section", "question"}, Need::Optional);
        settings_.paging = paging < 0 ? core::ClinicPaging::Automatic : static_cast<core::ClinicPaging>(paging);
        read_kiosk(root);
        read_embed(root);
        read_take_along(root);
    }

private:
    std::string checked_text(JsonValue value, std::size_t longest) {
        if (!value.is(JsonKind::String)) {
            return {};
        }
        bool const controls = std::any_of(value.text().begin(), value.text().end(),
                                          [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
        if (value.text().empty() || characters(value.text()) > longest || controls) {
            reader_.error(value, "bad-text", "this text is empty, too long or has line breaks",
                          "Write 1 to $ characters in one line, or leave it out", {std::to_string(longest)});
            return {};
        }
        return std::string{value.text()};
    }

    std::string limited_text(JsonValue object, char const* name, std::size_t longest) {
        return checked_text(reader_.member(object, name, JsonKind::String, Need::Optional), longest);
    }

    void read_contact(JsonValue root) {
        JsonValue const list = reader_.member(root, "contact", JsonKind::Array, Need::Optional);
        if (list.size() > 6) {
            reader_.error(list, "too-many", "there are more than 6 contact lines", "Keep 6 lines at most");
            return;
        }
        for (JsonValue line : list.elements()) {
            if (reader_.expect(line, JsonKind::String)) {
                if (std::string text = checked_text(line, 120); !text.empty()) {
                    settings_.contact.push_back(std::move(text));
                }
            }
        }
    }

    // Parameters

    void read_parameters(JsonValue root) {
        JsonValue const object = reader_.member(root, "parameters", JsonKind::Object, Need::Optional);
        places_.assign(protocol_.parameters.size(), JsonValue{});
        for (JsonMember member : object.members()) {
            std::optional<ParameterIndex> const index = protocol_.find_parameter(member.name());
            if (!index) {
                reader_.error(member.key, "unknown-parameter", "there is no parameter %",
                              "Name a parameter of the protocol (rules.json, timeline.json)", {member.name()});
                continue;
            }
            places_[*index] = member.value;
            read_parameter(*index, member.value);
        }
        std::optional<ParameterIndex> const emergency = protocol_.timeline.emergency_number;
        if (JsonValue const number = root.member("emergencyNumber"); number && !number.is(JsonKind::Null)) {
            std::string text = limited_text(root, "emergencyNumber", 80);
            if (!emergency) {
                reader_.warning(number, "unused-member", "this protocol says no emergency number", "Take it out");
            } else if (places_[*emergency]) {
                reader_.error(number, "contradiction", "emergencyNumber and the parameter % are the same thing",
                              "Give one of them", {protocol_.parameters[*emergency].id});
            } else if (!text.empty()) {
                set(*emergency, std::move(text));
            }
        }
        check_waits();
        check_event_gap();
    }

    template <class Value>
    void set(ParameterIndex index, Value value) {
        core::ParameterValue const own = own_value(index);
        loaded_.parameters[index].value = std::move(value);
        loaded_.parameters[index].set_by_clinic = loaded_.parameters[index].value != own.value;
    }

    core::ParameterValue own_value(ParameterIndex index) const {
        Parameter const& parameter = protocol_.parameters[index];
        if (auto const* number = std::get_if<core::NumberParameter>(&parameter.kind)) {
            return {number->initial, false};
        }
        if (auto const* level = std::get_if<core::LevelParameter>(&parameter.kind)) {
            return {level->initial, false};
        }
        return {std::get_if<core::TextParameter>(&parameter.kind)->initial, false};
    }

    void read_parameter(ParameterIndex index, JsonValue value) {
        Parameter const& parameter = protocol_.parameters[index];
        if (auto const* number = std::get_if<core::NumberParameter>(&parameter.kind)) {
            std::optional<int> const given = reader_.whole_value(value);
            if (given && (*given < number->minimum || *given > number->maximum)) {
                reader_.error(value, "out-of-range", "% is $, not within $ to $",
                              "Choose a value within the range, or leave it out",
                              {parameter.id, std::to_string(*given), std::to_string(number->minimum),
                               std::to_string(number->maximum)});
            } else if (given) {
                set(index, *given);
            }
            return;
        }
        if (!reader_.expect(value, JsonKind::String)) {
            return;
        }
        if (auto const* level = std::get_if<core::LevelParameter>(&parameter.kind)) {
            constexpr std::string_view names[] = {"info", "prepare", "mention", "defer", "review", "exclude"};
            std::string allowed;
            for (core::Level const one : level->allowed) {
                if (names[static_cast<std::size_t>(one)] == value.text()) {
                    set(index, one);
                    return;
                }
                allowed += (allowed.empty() ? "" : ", ") + std::string{names[static_cast<std::size_t>(one)]};
            }
            reader_.error(value, "out-of-range", "% cannot be %; allowed: $",
                          "Choose one of the allowed levels, or leave it out", {parameter.id, value.text(), allowed});
            return;
        }
        if (std::string text = checked_text(value, 80); !text.empty()) {
            set(index, std::move(text));
        }
    }

    /// rules.md section 5: a clinic value over the span is an error like one out of range.
    void check_waits() {
        for (core::QuestionSpan const& span : protocol_.spans) {
            for (core::RuleIndex const rule_index : rules_within(protocol_, span)) {
                core::ScreeningRule const& rule = protocol_.rules[rule_index];
                if (!rule.wait_parameter || !places_[*rule.wait_parameter]) {
                    continue;
                }
                auto const* length = std::get_if<int>(&loaded_.parameters[*rule.wait_parameter].value);
                auto const* number =
                    std::get_if<core::NumberParameter>(&protocol_.parameters[*rule.wait_parameter].kind);
                if (length != nullptr && number != nullptr &&
                    days_for_comparison({*length, number->unit}) > days_for_comparison(span.span)) {
                    reader_.error(places_[*rule.wait_parameter], "wait-over-span",
                                  "% is longer than the time % asks about ($ days)",
                                  "Choose a shorter wait: who had it before that time would be let through too soon",
                                  {protocol_.parameters[*rule.wait_parameter].id,
                                   protocol_.questionnaire.items[span.question].link_id,
                                   std::to_string(days_for_comparison(span.span))});
                }
            }
        }
    }

    void check_event_gap() {
        core::SessionContent const& sessions = protocol_.timeline.sessions;
        if (!sessions.event_gap || !sessions.event_gap_minimum) {
            return;
        }
        auto const* gap = std::get_if<int>(&loaded_.parameters[*sessions.event_gap].value);
        auto const* least = std::get_if<int>(&loaded_.parameters[*sessions.event_gap_minimum].value);
        if (gap != nullptr && least != nullptr && *least > *gap) {
            JsonValue const at = places_[*sessions.event_gap_minimum] ? places_[*sessions.event_gap_minimum]
                                                                      : places_[*sessions.event_gap];
            reader_.error(
                at, "contradiction", "% is above %", "The smallest gap may not be above the comfortable one",
                {protocol_.parameters[*sessions.event_gap_minimum].id, protocol_.parameters[*sessions.event_gap].id});
        }
    }

    // Look and languages

    void read_look(JsonValue root) {
        if (JsonValue const colours = reader_.member(root, "colours", JsonKind::Object, Need::Optional)) {
            reader_.only_members(colours, {"accent"});
            if (JsonValue const accent = reader_.member(colours, "accent", JsonKind::String, Need::Optional)) {
                settings_.accent_color = read_color(accent);
            }
        }
        if (JsonValue const logo = reader_.member(root, "logo", JsonKind::String, Need::Optional)) {
            if (is_data_image(logo.text()) || is_image_file(logo.text())) {
                settings_.logo = logo.text();
            } else {
                reader_.error(logo, "bad-logo", "this is no picture that can be shown",
                              "Write data:image/png;base64,… (or svg+xml, webp, jpeg), or a file beside this one, such "
                              "as logo.svg");
            }
        }
    }

    std::optional<std::uint32_t> read_color(JsonValue value) {
        std::string_view const text = value.text();
        std::uint32_t color = 0;
        bool good = text.size() == 7 && text[0] == '#';
        for (char c : text.substr(good ? 1 : text.size())) {
            int const digit = is_digit(c)            ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            good = good && digit >= 0;
            color = color * 16 + static_cast<std::uint32_t>(std::max(digit, 0));
        }
        if (!good) {
            reader_.error(value, "bad-colour", "this is no colour", "Write # and six digits, such as #1f6f6b");
            return std::nullopt;
        }
        return color;
    }

    std::string read_tag(JsonValue value) {
        if (!reader_.expect(value, JsonKind::String)) {
            return {};
        }
        if (!is_language_tag(value.text())) {
            reader_.error(value, "bad-language", "% is no language tag", "Write for example en or pt-BR",
                          {value.text()});
            return {};
        }
        return std::string{value.text()};
    }

    void read_languages(JsonValue root) {
        if (JsonValue const language = reader_.member(root, "language", JsonKind::String, Need::Optional)) {
            settings_.language = read_tag(language);
        }
        JsonValue const list = reader_.member(root, "languages", JsonKind::Array, Need::Optional);
        if (list && list.size() == 0) {
            reader_.error(list, "empty-list", "no language is on offer", "Name one or more, or leave it out");
        }
        for (JsonValue element : list.elements()) {
            std::string tag = read_tag(element);
            if (std::find(settings_.languages.begin(), settings_.languages.end(), tag) != settings_.languages.end()) {
                reader_.error(element, "duplicate", "% is there already", "Name each once", {tag});
            } else if (!tag.empty()) {
                settings_.languages.push_back(std::move(tag));
            }
        }
        if (!settings_.language.empty() && !settings_.languages.empty() &&
            std::find(settings_.languages.begin(), settings_.languages.end(), settings_.language) ==
                settings_.languages.end()) {
            reader_.error(root.member("language"), "contradiction", "the language is not among the languages on offer",
                          "Add it to languages");
        }
    }

    // The rest

    bool is_product_use(std::string_view id) const {
        core::TimelineContent const& timeline = protocol_.timeline;
        auto const has_id = [&](auto const& item) { return item.id == id; };
        return std::any_of(timeline.care.begin(), timeline.care.end(), has_id) ||
               std::any_of(timeline.preparation.begin(), timeline.preparation.end(), has_id) ||
               std::any_of(timeline.day_of.begin(), timeline.day_of.end(), has_id);
    }

    void read_products(JsonValue root) {
        JsonValue const list = reader_.member(root, "products", JsonKind::Array, Need::Optional);
        if (list.size() > 40) {
            reader_.error(list, "too-many", "there are more than 40 products", "Keep 40 at most");
            return;
        }
        for (JsonValue value : list.elements()) {
            if (!reader_.expect(value, JsonKind::Object)) {
                continue;
            }
            reader_.only_members(value, {"name", "use"});
            core::ClinicProduct product;
            product.name = checked_text(reader_.member(value, "name", JsonKind::String, Need::Required), 80);
            product.use = reader_.text(value, "use", Need::Required);
            if (!product.use.empty() && !is_product_use(product.use)) {
                reader_.error(value.member("use"), "unknown-id", "there is nothing called %",
                              "Name the id of a do/don't, preparation or day-of item of timeline.json", {product.use});
            }
            settings_.products.push_back(std::move(product));
        }
    }

    void read_booking(JsonValue root) {
        JsonValue const value = reader_.member(root, "booking", JsonKind::Object, Need::Optional);
        if (!value) {
            return;
        }
        reader_.only_members(value, {"link", "outcomes"});
        core::ClinicBooking booking;
        booking.link = reader_.text(value, "link", Need::Required);
        if (!booking.link.empty() && !is_web_address(booking.link)) {
            reader_.error(value.member("link"), "bad-link", "this is no https address",
                          "Write an address that begins with https://");
        }
        JsonValue const list = reader_.member(value, "outcomes", JsonKind::Array, Need::Optional);
        if (!list) {
            booking.outcomes = {Outcome::Clear, Outcome::Prepare, Outcome::Mention};
        } else if (list.size() == 0) {
            reader_.error(list, "empty-list", "no outcome shows the link", "Name one or more, or leave booking out");
        }
        for (JsonValue element : list.elements()) {
            auto const* const found = std::find_if(bookable_outcomes.begin(), bookable_outcomes.end(),
                                                   [&](Outcome one) { return name_of(one) == element.text(); });
            if (found == bookable_outcomes.end()) {
                reader_.error(element, "unknown-value", "a booking link is never shown for this",
                              "Write clear, prepare, mention, defer or review");
            } else if (std::find(booking.outcomes.begin(), booking.outcomes.end(), *found) != booking.outcomes.end()) {
                reader_.error(element, "duplicate", "% is there already", "Name each once", {element.text()});
            } else {
                booking.outcomes.push_back(*found);
            }
        }
        settings_.booking = std::move(booking);
    }

    void number_within(JsonValue object, char const* name, int minimum, int maximum, int& number,
                       Need need = Need::Optional) {
        int const given = reader_.whole(object, name, need).value_or(number);
        if (given < minimum || given > maximum) {
            reader_.error(object.member(name), "out-of-range", "% is $, not within $ to $",
                          "Choose a value within these",
                          {name, std::to_string(given), std::to_string(minimum), std::to_string(maximum)});
        } else {
            number = given;
        }
    }

    /// `bytes` in base64, at least.
    void check_base64(JsonValue object, char const* name, std::size_t bytes) {
        std::string const text = reader_.text(object, name, Need::Required);
        if (!text.empty() && (text.size() % 4 != 0 || text.size() / 4 * 3 < bytes || !is_base64(text))) {
            reader_.error(object.member(name), "bad-pin", "% is not $ bytes in base64",
                          "Make the pin at #/settings, or with: node web/tools/pin.mjs", {name, std::to_string(bytes)});
        }
    }

    void read_kiosk(JsonValue root) {
        JsonValue const value = reader_.member(root, "kiosk", JsonKind::Object, Need::Optional);
        if (!value) {
            return;
        }
        reader_.only_members(value, {"enabled", "open", "idleSeconds", "warningSeconds", "summaryMinutes", "pin"});
        core::ClinicKiosk& kiosk = settings_.kiosk;
        reader_.member(value, "enabled", JsonKind::Boolean, Need::Required);
        kiosk.enabled = value.member("enabled").boolean();
        kiosk.by_address = reader_.one_of(value, "open", {"always", "address"}, Need::Optional) == 1;
        number_within(value, "idleSeconds", 30, 1800, kiosk.idle_seconds);
        number_within(value, "warningSeconds", 20, 120, kiosk.warning_seconds);
        number_within(value, "summaryMinutes", 1, 60, kiosk.summary_minutes);
        if (JsonValue const pin = reader_.member(value, "pin", JsonKind::Object, Need::Optional)) {
            reader_.only_members(pin, {"salt", "hash", "iterations"});
            check_base64(pin, "salt", 16);
            check_base64(pin, "hash", 32);
            int iterations = fewest_iterations;
            number_within(pin, "iterations", fewest_iterations, 10'000'000, iterations, Need::Required);
            kiosk.has_pin = true;
        } else if (kiosk.enabled) {
            reader_.warning(value, "no-pin", "without a pin staff cannot see the summary nor leave",
                            "Make one at #/settings, or with: node web/tools/pin.mjs");
        }
    }

    void read_embed(JsonValue root) {
        JsonValue const value = reader_.member(root, "embed", JsonKind::Object, Need::Optional);
        reader_.only_members(value, {"origins", "events"});
        for (JsonValue element : reader_.member(value, "origins", JsonKind::Array, Need::Optional).elements()) {
            std::string origin{element.text()};
            if (!is_web_origin(origin)) {
                reader_.error(element, "bad-link", "this is no web origin",
                              "Write https:// and the host, without a path");
            } else {
                settings_.embed.origins.push_back(std::move(origin));
            }
        }
        constexpr std::string_view names[] = {"ready", "height", "section", "outcome", "booking", "deleted"};
        JsonValue const events = reader_.member(value, "events", JsonKind::Array, Need::Optional);
        for (JsonValue element : events.elements()) {
            auto const found = std::find(std::begin(names), std::end(names), element.text());
            if (found == std::end(names)) {
                reader_.error(element, "unknown-value", "this event is not known",
                              "Write ready, height, section, outcome, booking or deleted");
            } else {
                settings_.embed.events.push_back(static_cast<core::EmbedEvent>(found - std::begin(names)));
            }
        }
        if (events.size() > 0 && value.member("origins").size() == 0) {
            reader_.error(events, "missing-member", "events are told to nobody",
                          "Add origins: the pages that may be told");
        }
    }

    void read_take_along(JsonValue root) {
        if (JsonValue const value = reader_.member(root, "takeAlong", JsonKind::Object, Need::Optional)) {
            reader_.only_members(value, {"print", "calendar", "file", "code", "link", "message"});
            core::ClinicTakeAlong& take_along = settings_.take_along;
            take_along.print = reader_.flag(value, "print", true);
            take_along.calendar = reader_.flag(value, "calendar", true);
            take_along.file = reader_.flag(value, "file", true);
            take_along.code = reader_.flag(value, "code", true);
            take_along.link = reader_.flag(value, "link", true);
            take_along.message = reader_.flag(value, "message", true);
        }
    }

    ContentReader& reader_;
    core::Protocol const& protocol_;
    LoadedClinic& loaded_;
    core::ClinicSettings& settings_;
    std::vector<JsonValue> places_;
};

}  // namespace

LoadedClinic load_clinic(std::string_view file, JsonDocument const& document, JsonValue settings,
                         core::Protocol const& protocol, core::ParameterValues const& in_force) {
    LoadedClinic loaded;
    loaded.parameters = in_force;
    ContentReader reader{file, document, loaded.diagnostics};
    ClinicReader{reader, protocol, loaded}.read(settings);
    if (!loaded.usable()) {
        loaded.parameters = protocol.initial_parameters();
    }
    return loaded;
}

LoadedClinic load_clinic(std::string_view file, std::string_view text, core::Protocol const& protocol) {
    Result<JsonDocument> document = parse_json(text);
    if (document) {
        return load_clinic(file, *document, document->root(), protocol, protocol.initial_parameters());
    }
    LoadedClinic loaded;
    loaded.parameters = protocol.initial_parameters();
    Error const& error = document.error();
    loaded.diagnostics.push_back({Severity::Error, std::string{file}, error.where.line, error.where.column,
                                  error.where.pointer, error.code, error.message, "Correct the JSON"});
    return loaded;
}

}  // namespace needlewise::formats
