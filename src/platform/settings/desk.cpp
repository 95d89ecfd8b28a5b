#include "platform/settings/desk.hpp"

#include "formats/clinic_form.hpp"
#include "formats/protocol_loader.hpp"
#include "ui/theme.hpp"

namespace needlewise::platform {

namespace {

std::string in_css(ui::Color color) {
    constexpr char const* digits = "0123456789abcdef";
    std::string text = "#";
    for (int shift = 20; shift >= 0; shift -= 4) {
        text += digits[(color.rgb >> static_cast<unsigned>(shift)) & 0xFU];
    }
    return text;
}

ui::Color accent_of(bool dark, std::uint32_t wanted) {
    auto const color = ui::Color{wanted};
    return ui::make_theme(dark, ui::Contrast::Normal, 1, &color, false).colors.accent;
}

void write_accent(formats::JsonWriter& json, std::optional<std::uint32_t> wanted) {
    json.key("accent");
    if (!wanted) {
        json.null();
        return;
    }
    json.begin_object();
    json.key("light");
    json.string(in_css(accent_of(false, *wanted)));
    json.key("dark");
    json.string(in_css(accent_of(true, *wanted)));
    json.end_object();
}

}  // namespace

std::string SettingsDesk::boot() {
    auto files = std::vector<formats::SourceFile>{};
    files.reserve(sources_.size());
    for (auto const& source : sources_) {
        files.push_back({source.path, source.text});
    }
    auto loaded = formats::load_protocol(files, {});
    if (!loaded.usable()) {
        return {};
    }
    protocol_ = std::move(loaded.protocol);
    auto json = formats::JsonWriter{};
    formats::write_clinic_form(json, protocol_);
    return json.take();
}

std::string SettingsDesk::check(std::string_view draft) const {
    auto const clinic = formats::load_clinic("clinic.json", draft, protocol_);
    auto json = formats::JsonWriter{};
    json.begin_object();
    json.key("problems");
    formats::write_problems(json, clinic.diagnostics);
    write_accent(json, clinic.settings.accent_color);
    json.end_object();
    return json.take();
}

}  // namespace needlewise::platform
