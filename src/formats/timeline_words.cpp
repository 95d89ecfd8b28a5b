#include "formats/timeline_words.hpp"

namespace needlewise::formats {

using core::TimelineItem;
using core::TimelineItemKind;

std::string_view TimelineWords::raw(std::string const& key) const {
    if (page_words_ != nullptr) {
        if (auto const found = page_words_->find(key); found != page_words_->end()) return found->second;
    }
    auto const found = protocol_->words.find(key);
    return found != protocol_->words.end() ? std::string_view{found->second} : std::string_view{key};
}

std::string const* TimelineWords::parameter_text(std::string_view id, std::string& buffer) const {
    auto const parameter = protocol_->find_parameter(id);
    if (!parameter || *parameter >= parameters_->size()) return nullptr;
    auto const& value = (*parameters_)[*parameter].value;
    if (auto const* text = std::get_if<std::string>(&value)) return text;
    if (auto const* number = std::get_if<int>(&value)) {
        buffer = std::to_string(*number);
        return &buffer;
    }
    return nullptr;
}

std::string TimelineWords::word(std::string const& key, std::initializer_list<Placeholder> placeholders) const {
    auto text = filled(raw(key), placeholders);
    std::string buffer;
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        auto const close = text.find('}', open);
        if (close == std::string::npos) break;
        if (auto const* value = parameter_text(std::string_view{text}.substr(open + 1, close - open - 1), buffer)) {
            text.replace(open, close - open + 1, *value);
        }
    }
    return text;
}

std::string TimelineWords::text(TimelineItem const& item) const {
    bool const named = item.kind == TimelineItemKind::Sign || item.kind == TimelineItemKind::Watch;
    if (item.has_day_zero_text && item.to_day == 0) return day_zero_text(item);
    return word("timeline/" + item.id + (named ? "/name" : "/text"));
}

std::string TimelineWords::day_zero_text(TimelineItem const& item) const {
    return item.has_day_zero_text ? word("timeline/" + item.id + "/text-day-0") : std::string{};
}

std::string TimelineWords::call_if(TimelineItem const& item) const {
    return item.has_call_if ? word("timeline/" + item.id + "/call-if") : std::string{};
}

std::string TimelineWords::notes(TimelineItem const& item) const {
    std::string result;
    for (auto const& note : item.notes) {
        if (!result.empty()) result += ' ';
        result += word("timeline/" + note + "/note");
    }
    return result;
}

}  // namespace needlewise::formats
