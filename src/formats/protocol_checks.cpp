#include "formats/protocol_checks.hpp"

#include "formats/fhir_translations.hpp"
#include "formats/needed_words.hpp"
#include "formats/protocol_reading.hpp"
#include "formats/satisfiable.hpp"
#include "formats/translation_checks.hpp"

#include <algorithm>
#include <tuple>

namespace needlewise::formats {

namespace {

class Checks {
public:
    explicit Checks(ProtocolReading& reading) : reading_{reading}, protocol_{reading.protocol} {}

    void run() {
        // Where something could not be read, what it uses is not known.
        bool const complete = !any_error(reading_.diagnostics);
        check_questions();
        check_rules();
        check_words(complete);
        if (complete) {
            check_use();
        }
    }

private:
    void check_questions() {
        ProtocolFile const* const file = reading_.find_file("questionnaire.json");
        ContentReader reader = reading_.reader(*file);
        core::Questionnaire const& questionnaire = protocol_.questionnaire;
        for (core::ItemIndex index = 0; index < questionnaire.items.size(); ++index) {
            core::Item const& item = questionnaire.items[index];
            if (!item.enable_when.empty() && !can_be_asked(index, questionnaire)) {
                reader.warning(reading_.item_places[index].member("enableWhen"), "never-asked",
                               "% can never be asked: no answers meet its enableWhen",
                               "Correct the enableWhen, or take the item out", {item.link_id});
            }
        }
    }

    void check_rules() {
        for (core::RuleIndex index = 0; index < protocol_.rules.size(); ++index) {
            core::ScreeningRule const& rule = protocol_.rules[index];
            WrittenAt const& at = reading_.rule_places[index];
            ContentReader reader = reading_.reader(*at.file);
            if (!can_be_true(rule.when, protocol_.questionnaire)) {
                reader.warning(at.value.member("when"), "never-fires",
                               "the rule % can never fire: no answers make its condition true",
                               "Correct the condition, or take the rule out", {rule.id});
            } else if (rule.date_question && !can_be_asked(*rule.date_question, protocol_.questionnaire)) {
                reader.warning(at.value.member("dateQuestion"), "never-fires",
                               "the date of the rule % can never be asked", "Correct the enableWhen of that question",
                               {rule.id});
            }
        }
    }

    // Words

    void check_words(bool complete) {
        std::set<std::string> const needed = needed_words(protocol_);
        core::Catalogue const translated = translated_words(protocol_);
        std::string const& own = protocol_.information.language;
        bool found_own = false;
        for (auto const& [language, file] : reading_.words_files) {
            if (language != own) {
                continue;
            }
            found_own = true;
            check_own_words(*file, needed);
            if (complete) {
                check_unused(*file, needed, translated);
            }
        }
        if (!found_own && !needed.empty() && !reading_.is_broken({"words/" + own + ".json"})) {
            Diagnostic diagnostic;
            diagnostic.file = "words/" + own + ".json";
            diagnostic.code = "missing-file";
            diagnostic.message = "there are no words in " + quoted(own) + ", the protocol's own language";
            diagnostic.advice = "Add the file with its " + std::to_string(needed.size()) + " texts";
            reading_.diagnostics.push_back(std::move(diagnostic));
        }
        if (complete) {
            check_translations(own, needed, translated);
        }
    }

    void check_translations(std::string const& own, std::set<std::string> const& needed,
                            core::Catalogue const& translated) {
        ProtocolFile const* const own_words = reading_.find_file("words/" + own + ".json");
        core::Catalogue originals = translated;
        for (std::string const& key : needed) {
            originals[key] = own_words == nullptr ? "" : std::string{own_words->document.root().member(key).text()};
        }
        for (auto const& [language, file] : reading_.words_files) {
            if (language == own) {
                continue;
            }
            ProtocolFile const* const hashes = reading_.find_file("words/" + language + ".source.json");
            ContentReader reader = reading_.reader(*file);
            check_translation(reader, originals, hashes == nullptr ? JsonValue{} : hashes->document.root());
        }
    }

    void check_own_words(ProtocolFile const& file, std::set<std::string> const& needed) {
        ContentReader reader = reading_.reader(file);
        std::set<std::string_view> given;
        for (JsonMember member : reader.root().members()) {
            given.insert(member.name());
        }
        for (std::string const& key : needed) {
            if (given.find(key) == given.end()) {
                reader.error(reader.root(), "missing-word", "there is no text %", "Add it", {key});
            }
        }
    }

    void check_unused(ProtocolFile const& file, std::set<std::string> const& needed,
                      core::Catalogue const& translated) {
        ContentReader reader = reading_.reader(file);
        for (JsonMember member : reader.root().members()) {
            std::string const key{member.name()};
            if (needed.find(key) == needed.end() && translated.find(key) == translated.end()) {
                reader.warning(member.key, "unused-word", "nothing uses the text %", "Correct the key, or take it out",
                               {key});
            }
            check_placeholders(reader, member.value);
        }
    }

    /// `{name}`: a parameter, or what the text's own place fills in.
    void check_placeholders(ContentReader& reader, JsonValue value) {
        std::string_view text = value.text();
        for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
            text.remove_prefix(open + 1);
            std::string_view const name = text.substr(0, text.find('}'));
            std::optional<core::ParameterIndex> const parameter = protocol_.find_parameter(name);
            if (parameter) {
                used_parameters_.insert(*parameter);
            } else if (name != "date" && name != "days" && name != "count") {
                reader.error(value, "unknown-placeholder", "nothing fills in {$}",
                             "Write {date}, {days}, {count} or the id of a parameter", {name.substr(0, 40)});
            }
        }
    }

    // What is there and not used

    void use(std::optional<core::ParameterIndex> parameter) {
        if (parameter) {
            used_parameters_.insert(*parameter);
        }
    }
    void use(core::NumberBound const& bound) {
        for (core::BoundTerm const& term : bound.terms) {
            used_parameters_.insert(term.parameter);
        }
    }
    void use(std::vector<std::string> const& differs) { used_differences_.insert(differs.begin(), differs.end()); }

    void collect_use() {
        for (core::ScreeningRule const& rule : protocol_.rules) {
            use(rule.differs);
            use(rule.wait_parameter);
            use(rule.level_parameter);
        }
        core::TimelineContent const& timeline = protocol_.timeline;
        for (core::PreparationTask const& task : timeline.preparation) {
            use(task.differs);
            use(task.from);
            use(task.to);
        }
        for (core::DayOfStep const& step : timeline.day_of) {
            use(step.differs);
            use(step.from);
            use(step.to);
        }
        for (core::RecoverySign const& sign : timeline.signs) {
            use(sign.differs);
        }
        for (core::CareItem const& care : timeline.care) {
            use(care.differs);
            use(care.from);
            if (care.to) {
                use(*care.to);
            }
        }
        core::SessionContent const& sessions = timeline.sessions;
        for (core::ConcernPlan const& plan : sessions.concerns) {
            use(std::optional{plan.sessions});
            use(std::optional{plan.spacing});
        }
        use(sessions.spacing_floor);
        use(sessions.event_gap);
        use(sessions.event_gap_minimum);
        use(sessions.results_check);
        use(timeline.emergency_number);
        for (core::ExplainerCard const& card : protocol_.explainer) {
            use(card.differs);
        }
    }

    void check_use() {
        collect_use();
        for (core::ParameterIndex index = 0; index < protocol_.parameters.size(); ++index) {
            if (used_parameters_.find(index) == used_parameters_.end()) {
                WrittenAt const& at = reading_.parameter_places[index];
                ContentReader reader = reading_.reader(*at.file);
                reader.warning(at.value, "unused-parameter", "nothing uses the parameter %", "Take it out",
                               {protocol_.parameters[index].id});
            }
        }
        for (char const* file : {"rules.json", "timeline.json"}) {
            check_list(file, "differences", "id", "unused-difference", "nothing points to the difference ",
                       used_differences_);
        }
    }

    void check_list(char const* file_name, char const* list, char const* name, char const* code, char const* message,
                    std::set<std::string> const& used) {
        ProtocolFile const* const file = reading_.find_file(file_name);
        if (file == nullptr) {
            return;
        }
        ContentReader reader = reading_.reader(*file);
        for (JsonValue value : reader.root().member(list).elements()) {
            JsonValue const id = value.member(name);
            if (used.find(std::string{id.text()}) == used.end()) {
                reader.warning(id, code, "$%", "Take it out, or name it where it belongs", {message, id.text()});
            }
        }
    }

    ProtocolReading& reading_;
    core::Protocol const& protocol_;
    std::set<core::ParameterIndex> used_parameters_;
    std::set<std::string> used_differences_;
};

void check_files(ProtocolReading& reading, std::span<SourceFile const> files) {
    if (files.size() == 1) {
        return;
    }
    for (SourceFile const& file : files) {
        if (!is_protocol_file(file.path)) {
            Diagnostic diagnostic;
            diagnostic.severity = Severity::Warning;
            diagnostic.file = file.path;
            diagnostic.code = "unknown-file";
            diagnostic.message = "this file is no part of a protocol";
            diagnostic.advice = "Correct its name, or take it out";
            reading.diagnostics.push_back(std::move(diagnostic));
        }
    }
}

}  // namespace

LoadedProtocol check_protocol(std::span<SourceFile const> files, std::string_view language) {
    ProtocolReading reading = read_protocol(files, language);
    check_files(reading, files);
    if (ProtocolFile const* file = reading.find_file("questionnaire.json")) {
        ContentReader reader = reading.reader(*file);
        read_translations(reader, language, reading.protocol.questionnaire);
        translate(reading.protocol);  // a words file comes over what the questionnaire itself carries
        Checks{reading}.run();
    }
    std::stable_sort(reading.diagnostics.begin(), reading.diagnostics.end(),
                     [](Diagnostic const& a, Diagnostic const& b) {
                         return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
                     });
    return {std::move(reading.protocol), std::move(reading.diagnostics)};
}

}  // namespace needlewise::formats
