#include "ui/page.hpp"

#include "app/carried.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace needlewise::ui {

struct Page::State {
    ScreenState screens;
    /// The place shown last, to notice that a new page is there.
    std::optional<app::Place> shown;
    bool waited = false;
    int deletions = 0;
    char const* question = nullptr;
    app::Kiosk::Phase kiosk_screen = app::Kiosk::Phase::Off;
    char const* kiosk_dialog = nullptr;
    int wrong_pins = 0;
    std::string focus_before_dialog;
    std::vector<std::pair<std::string, std::string>> theme;
};

Page::Page() : state_{std::make_unique<State>()} {}
Page::~Page() = default;

namespace {

constexpr float form_width = 720;
constexpr float broad_width = 1080;

bool is_dark(app::Session const& session, Preferences const& preferences) {
    switch (session.brightness) {
        case app::Brightness::Light: return false;
        case app::Brightness::Dark: return true;
        case app::Brightness::Device: break;
    }
    return preferences.dark;
}

Theme theme_for(app::Session const& session, FrameInput const& input) {
    auto const scale = session.text_scale * input.preferences.text_scale;
    auto const contrast = input.preferences.more_contrast ? Contrast::More : Contrast::Normal;
    auto const& accent = session.clinic().accent_color;
    auto const color = Color{accent.value_or(0)};
    return make_theme(is_dark(session, input.preferences), contrast, scale, accent ? &color : nullptr,
                      input.width < Ui::narrow_below);
}

app::Paging paging_for(app::Session const& session, FrameInput const& input) {
    switch (session.clinic().paging) {
        case core::ClinicPaging::Section: return app::Paging::Section;
        case core::ClinicPaging::Question: return app::Paging::Question;
        case core::ClinicPaging::Automatic: break;
    }
    return input.width < Ui::narrow_below ? app::Paging::Question : app::Paging::Section;
}

/// The bar above the page: always there, so that urgent signs and deleting are one tap away.
void banner(Ui& ui) {
    auto& session = ui.session;
    ui.open(chrome("banner", Role::Banner, ""));
    if (!session.clinic().logo.empty()) {
        auto logo = chrome("banner/logo", Role::Image, "");  // the name beside it says the same
        logo.value = session.clinic().logo;
        ui.add(std::move(logo));
    }
    auto const& clinic = session.clinic().name;
    ui.add(chrome("banner/name", Role::Paragraph, clinic.empty() ? session.text("page/name") : clinic, "brand"));
    if (!session.protocol().timeline.red_flags.empty()) {
        ui.add(chrome("banner/red-flags", Role::Button, session.text("banner/red-flags"), "danger"));
        if (ui.activated("banner/red-flags")) {
            session.go(app::Screen::RedFlags);
        }
    }
    ui.add(chrome("banner/delete", Role::Button, session.text("banner/delete"), "quiet"));
    if (ui.activated("banner/delete")) {
        session.asking_to_delete = true;
    }
    ui.close();
}

/// The question that has to be answered before anything else, by its id; null: none.
char const* open_question(app::Session const& session) {
    return session.asking_to_delete ? "dialog/delete" : session.take.opened ? "dialog/replace" : nullptr;
}

/// `words`: where its title, text, `yes` and `no` stand. Gives what was answered.
std::optional<bool> yes_or_no(Ui& ui, std::string const& id, std::string const& words) {
    auto const& session = ui.session;
    ui.open(chrome(id, Role::Dialog, session.text(words + "/title")));
    auto title = chrome(id + "/title", Role::Heading, session.text(words + "/title"));
    title.level = 2;
    ui.add(std::move(title));
    ui.add(chrome(id + "/text", Role::Paragraph, session.text(words + "/text")));
    ui.add(chrome(id + "/yes", Role::Button, session.text(words + "/yes"), "danger"));
    ui.add(chrome(id + "/no", Role::Button, session.text(words + "/no"), "secondary"));
    ui.close();
    if (ui.activated(id + "/yes")) {
        return true;
    }
    auto const no = ui.activated(id + "/no") || ui.action(id, semantics::ActionKind::Dismiss) != nullptr;
    return no ? std::optional{false} : std::nullopt;
}

void delete_dialog(Ui& ui) {
    auto& session = ui.session;
    auto const answer = yes_or_no(ui, "dialog/delete", "delete");
    if (answer == false) {
        session.asking_to_delete = false;
    } else if (answer == true && session.kiosk.on()) {
        session.kiosk.reset();
    } else if (answer == true) {
        session.delete_everything();
    }
}

/// What was opened takes the place of answers only with the person's word.
void replace_dialog(Ui& ui) {
    auto const answer = yes_or_no(ui, "dialog/replace", "open/replace");
    if (answer == true) {
        app::use_opened(ui.session);
    } else if (answer == false) {
        ui.session.take.opened.reset();
    }
}

void dialogs(Ui& ui) {
    if (ui.session.asking_to_delete) {
        delete_dialog(ui);
    } else if (ui.session.take.opened) {
        replace_dialog(ui);
    }
}

/// After the content's version, if the page knows its own.
std::string page_version(app::Session const& session) {
    auto const& [name, kept, file, newer] = session.page_version;
    if (name.empty()) {
        return {};
    }
    auto const how = kept.empty() ? kept : session.text(kept, {{"file", file}});
    return session.text("footer/page", {{"page", name}, {"how", how}});
}

/// Choices about the page itself, and the way back to its beginning, below every screen.
void footer(Ui& ui) {
    auto& session = ui.session;
    finish_button(ui);
    ui.space(ui.theme.space.huge);
    ui.open({.id = "footer", .role = Role::ContentInfo});
    ui.line(ui.column.left, ui.y, ui.column.left + ui.column.width, ui.y, ui.theme.colors.line);
    ui.space(ui.theme.space.base);
    paragraph(ui, "footer/note", session.text("footer/note"), ui.theme.type.small, ui.theme.colors.muted);
    ui.space(ui.theme.space.medium);
    constexpr float step = 0.15F;
    constexpr float largest = 1.45F;
    auto const larger = session.text_scale + step / 2 < largest;
    auto buttons = std::vector<ButtonView>{
        {.id = "footer/text-size",
         .label = session.text(larger ? "footer/larger-text" : "footer/normal-text"),
         .kind = ButtonKind::Quiet,
         .icon = Icon::Text},
        {.id = "footer/brightness",
         .label = session.text(ui.theme.dark ? "footer/light" : "footer/dark"),
         .kind = ButtonKind::Quiet,
         .icon = Icon::Sun},
        {.id = "footer/plain-view",
         .label = session.languages.plain_only
                      ? std::string_view{}
                      : session.text(session.plain_view ? "footer/picture-view" : "footer/plain-view"),
         .kind = ButtonKind::Quiet,
         .icon = Icon::List},
        {.id = "footer/start-again",
         .label = session.text("page/start-again"),
         .kind = ButtonKind::Quiet,
         .icon = Icon::Restart}};
    if (session.presenter.offered && !session.protocol().timeline.empty()) {
        buttons.push_back({.id = "footer/present",
                           .label = session.text("footer/present"),
                           .kind = ButtonKind::Quiet,
                           .icon = Icon::Calendar});
    }
    auto const choice = button_flow(ui, buttons);
    if (choice == 0) {
        session.text_scale = larger ? session.text_scale + step : 1.0F;
    } else if (choice == 1) {
        session.brightness = ui.theme.dark ? app::Brightness::Light : app::Brightness::Dark;
    } else if (choice == 2) {
        session.plain_view = !session.plain_view;
    } else if (choice == 3) {
        session.asking_to_delete = true;
    } else if (choice == 4) {
        session.present();
    }
    if (session.here().screen != app::Screen::Welcome) {
        ui.space(ui.theme.space.small);
        language_choice(ui);
    }
    ui.space(ui.theme.space.small);
    auto const& information = session.protocol().information;
    if (!information.version.empty()) {
        auto const version =
            session.text(information.signed_off_by.empty() ? "footer/version" : "footer/version-signed",
                         {{"version", information.version},
                          {"date", information.content_date},
                          {"page", page_version(session)},
                          {"name", information.signed_off_by}});
        paragraph(ui, "footer/version", version, ui.theme.type.caption, ui.theme.colors.muted);
    }
    ui.close();
    ui.space(ui.theme.space.large);
}

bool wants_late_words(app::Screen which) {
    return which == app::Screen::Result || which == app::Screen::Timeline || which == app::Screen::RecoveryCheck ||
           which == app::Screen::Explainer || which == app::Screen::TakeAlong || which == app::Screen::OpenSaved ||
           which == app::Screen::Presenter;
}

bool is_waiting(app::Session const& session) {
    return wants_late_words(session.here().screen) && !session.late_words_are_here();
}

void screen(Ui& ui, ScreenState& state) {
    if (is_waiting(ui.session)) {
        return waiting_screen(ui);
    }
    switch (ui.session.here().screen) {
        case app::Screen::AskStaff: return ask_staff_screen(ui);
        case app::Screen::Welcome: return welcome_screen(ui, state);
        case app::Screen::Questions: return questions_screen(ui, state);
        case app::Screen::Review: return review_screen(ui, state);
        case app::Screen::Result: return result_screen(ui, state);
        case app::Screen::Timeline: return timeline_screen(ui, state);
        case app::Screen::RecoveryCheck: return recovery_check_screen(ui, state);
        case app::Screen::RedFlags: return red_flags_screen(ui, state);
        case app::Screen::Treated: return treated_screen(ui, state);
        case app::Screen::Explainer: return explainer_screen(ui, state);
        case app::Screen::TakeAlong: return take_along_screen(ui);
        case app::Screen::OpenSaved: return open_saved_screen(ui);
        case app::Screen::Presenter: return presenter_screen(ui, state);
    }
}

bool is_broad(app::Screen which) {
    return which == app::Screen::Timeline || which == app::Screen::Welcome || which == app::Screen::Questions ||
           which == app::Screen::Presenter;
}

/// The whole page once: layout, painting if there is a draw list, and meaning.
void lay_out(Ui& ui, ScreenState& state) {
    auto const page = ui.session.kiosk.shows_page();
    if (page) {
        banner(ui);
    }
    auto const margin = ui.narrow() ? ui.theme.space.base : ui.theme.space.large;
    auto const broad = is_broad(ui.session.here().screen) && ui.wide();
    auto const width = std::min(ui.input.width - 2 * margin, broad ? broad_width : form_width);
    ui.column = {std::max(margin, (ui.input.width - width) / 2), width};
    ui.y = ui.narrow() ? ui.theme.space.base : ui.theme.space.large + ui.theme.space.small;
    ui.open({.id = "main", .role = Role::Main});
    if (page) {
        screen(ui, state);
    } else {
        kiosk_screen(ui);
    }
    ui.close();
    if (page) {
        footer(ui);
        dialogs(ui);
    }
    kiosk_dialogs(ui);
    ui.output.content_height = ui.y;
}

std::string title_of(app::Session const& session) {
    auto const name = [&] {
        switch (session.here().screen) {
            case app::Screen::Questions: return "title/questions";
            case app::Screen::Review: return "title/review";
            case app::Screen::Result: return "title/result";
            case app::Screen::Timeline: return "title/timeline";
            case app::Screen::RecoveryCheck: return "title/recovery-check";
            case app::Screen::RedFlags: return "title/red-flags";
            case app::Screen::Treated: return "title/treated";
            case app::Screen::Explainer: return "title/explainer";
            case app::Screen::TakeAlong: return "title/take-along";
            case app::Screen::OpenSaved: return "title/open-saved";
            case app::Screen::Presenter: return "title/presenter";
            case app::Screen::AskStaff:
            case app::Screen::Welcome: break;
        }
        return "title/welcome";
    }();
    auto page = std::string{};
    if (!session.kiosk.shows_page()) {
        return session.text("page/name");
    }
    if (session.here().screen == app::Screen::Questions) {
        auto const& pages = session.pages();
        page = session.text("title/step", {{"number", std::to_string(session.current_page(pages) + 1)},
                                           {"count", std::to_string(pages.size())}});
    }
    return session.text("title/page", {{"page", page + session.text(name)}, {"name", session.text("page/name")}});
}

/// The page around an embedded one may be told: so it counts sections, for how many questions there are tells of answers.
void tell_section(app::Session const& session, FrameOutput& output) {
    auto const& pages = session.pages();
    if (session.here().screen != app::Screen::Questions || pages.empty()) {
        return;
    }
    auto const shown = pages[session.current_page(pages)].section;
    auto const& items = session.protocol().questionnaire.items;
    for (core::ItemIndex item = 0; item < items.size(); ++item) {
        if (items[item].parent || items[item].type != core::ItemType::Group) {
            continue;
        }
        ++output.sections;
        if (shown == item) {
            output.section = output.sections;
        }
    }
}

/// The phase where it has a screen of its own.
app::Kiosk::Phase kiosk_screen_of(app::Kiosk const& kiosk) {
    return kiosk.shows_page() ? app::Kiosk::Phase::Off : kiosk.phase();
}

std::string first_heading(semantics::Tree const& tree) {
    for (auto const& node : tree.nodes) {
        if (node.role == Role::Heading && node.level == 1) {
            return node.id;
        }
    }
    return {};
}

/// One after another, for between two frames more than one thing can be done: of two options in a hurry the last counts.
FrameOutput take_in(app::Session& session, FrameInput const& input, ScreenState& screens,
                    std::span<semantics::Action const> actions) {
    auto output = FrameOutput{};
    for (std::size_t at = 0; at < actions.size(); ++at) {
        if (actions[at].kind == semantics::ActionKind::History) {
            session.history(std::atoi(actions[at].value.c_str()));
            continue;
        }
        auto const theme = theme_for(session, input);
        auto ui = Ui{input, session, theme, actions.subspan(at, 1), nullptr};
        lay_out(ui, screens);
        std::move(ui.output.announcements.begin(), ui.output.announcements.end(),
                  std::back_inserter(output.announcements));
        if (!ui.output.focus.empty()) {
            output.focus = ui.output.focus;
        }
        if (!ui.output.scroll_to.empty()) {
            output.scroll_to = ui.output.scroll_to;
        }
    }
    return output;
}

}  // namespace

FrameOutput Page::frame(app::Session& session, FrameInput const& input, std::span<semantics::Action const> actions) {
    auto& state = *state_;
    session.set_paging(paging_for(session, input));
    if (state.screens.advance_at >= 0 && input.seconds >= state.screens.advance_at) {
        state.screens.advance_at = -1;
        session.next(false);
    }
    // What people did is taken in first; what is then shown is laid out from the state it led to.
    auto carried = take_in(session, input, state.screens, actions);
    if (state.deletions != session.deletions()) {
        state.screens = ScreenState{};
    }
    auto const theme = theme_for(session, input);
    if (!input.without_paint) {
        for (auto* font : {current_fonts().regular, current_fonts().strong}) {
            if (font != nullptr) {
                ImGui::PushFont(font, theme.type.body.size);  // gives the font the frame's pixel density
                ImGui::PopFont();
            }
        }
    }
    auto ui = Ui{input, session, theme, {}, input.without_paint ? nullptr : ImGui::GetBackgroundDrawList()};
    if (!input.without_paint) {
        ui.layer(Layer::Card);
        ui.fill({0, input.paint_top, input.width, input.paint_height}, theme.colors.surface);
        ui.layer(Layer::Content);
    }
    lay_out(ui, state.screens);
    auto& output = ui.output;
    output.announcements = std::move(carried.announcements);
    output.scroll_to = carried.scroll_to;
    output.focus = carried.focus;
    output.title = title_of(session);
    output.language = session.language();
    output.wanted_language = session.languages.wanted;
    output.plain_view = session.plain_view;
    output.take = std::exchange(session.take.request, {});
    if (!output.take.empty()) {
        output.carried = app::carry_out(session);
    }
    output.history_entry = session.travel().entry();
    tell_section(session, output);
    output.forget_everything = state.deletions != session.deletions();
    auto const waiting = is_waiting(session);
    if (auto const seconds = session.kiosk.take_countdown(); seconds > 0) {
        output.announcements.push_back(
            {session.text("kiosk/seconds-left", {{"seconds", std::to_string(seconds)}}), true});
    }
    auto const tries_before = std::exchange(state.wrong_pins, session.kiosk.wrong_pins());
    if (session.kiosk.pin() == app::Kiosk::Pin::Wrong && tries_before < session.kiosk.wrong_pins()) {
        output.announcements.push_back({pin_message(session), true});
    }
    auto const* const question = open_question(session);
    auto const kiosk_screen = kiosk_screen_of(session.kiosk);
    if (state.shown &&
        (*state.shown != session.here() || state.waited != waiting || state.kiosk_screen != kiosk_screen)) {
        output.focus = first_heading(output.tree);
        output.scroll_to_top = true;
        state.screens.advance_at = -1;
    } else if (output.forget_everything) {
        output.focus = first_heading(output.tree);
    } else if (question != nullptr && state.question == nullptr) {
        state.focus_before_dialog = input.interaction.focused;
        output.focus = std::string{question} + "/no";
    } else if (question == nullptr && state.question != nullptr) {
        output.focus = ui.find(state.focus_before_dialog) != nullptr ? state.focus_before_dialog : "banner/delete";
    }
    if (state.screens.advance_at >= 0) {
        output.wake_after_seconds = std::max(0.0, state.screens.advance_at - input.seconds);
    }
    auto const* const dialog = kiosk_focus(session.kiosk);
    if (dialog != nullptr && dialog != state.kiosk_dialog) {
        output.focus = dialog;
    }
    state.kiosk_dialog = dialog;
    state.kiosk_screen = kiosk_screen;
    auto properties = css_properties(theme);
    if (properties != state.theme) {
        state.theme = properties;
        output.theme = std::move(properties);
    }
    state.shown = session.here();
    state.waited = waiting;
    state.deletions = session.deletions();
    state.question = question;
    return std::move(output);
}

}  // namespace needlewise::ui
