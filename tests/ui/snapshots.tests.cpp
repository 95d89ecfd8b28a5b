// Whole screens as somebody hears them, stored in snapshots/. NEEDLEWISE_UPDATE_SNAPSHOTS=1 takes over what is new.
#include "ui/visit.hpp"

using namespace needlewise;
using namespace needlewise::ui::test;

TEST_CASE("Snapshot: welcome") { check_snapshot(Visit{{.width = phone}}, "welcome"); }

TEST_CASE("Snapshot: the form by section and by question") {
    Visit by_section;
    by_section.press("welcome/start");
    by_section.press("questions/next");
    check_snapshot(by_section, "questions-by-section-missing");

    Visit by_question{{.width = phone}};
    by_question.press("welcome/start");
    check_snapshot(by_question, "questions-by-question");
}

TEST_CASE("Snapshot: review") {
    Visit visit;
    visit.answer_all(healthy({{"isotretinoin", {"past-12-months"}}, {"isotretinoin-last-date", {"2026-04-01"}}}));
    visit.press("review/skipped-toggle");
    check_snapshot(visit, "review");
}

TEST_CASE("Snapshot: results") {
    struct Case {
        char const* name;
        Answers changes;
    };
    for (auto const& [name, changes] : {
             Case{"result-clear", {}},
             Case{"result-many-waits",  // protocol/examples.md, ex-3
                  {{"recent-12-months", {"filler"}},
                   {"filler-date", {"2026-02-23"}},
                   {"recent-4-weeks", {"tan", "hair-removal"}},
                   {"tan-date", {"2026-02-24"}},
                   {"hair-removal-date", {"2026-02-22"}},
                   {"creams", {"prescription-retinoid"}},
                   {"planned-date", {"2026-03-07"}}}},
             Case{"result-not-sure",  // ex-5
                  {{"scar-history", {"not-sure"}},
                   {"changing-mole", {"not-sure"}},
                   {"bleeding-healing", {"bruise-easily", "not-sure"}}}},
             Case{"result-incomplete",  // ex-7
                  {{"skin-conditions", {"eczema-psoriasis"}}, {"diabetes", {}}, {"recent-4-weeks", {"sunburn"}}}},
             Case{"result-error",  // ex-8, as far as a page lets it be said
                  {{"recent-4-weeks", {"home-roller"}},
                   {"home-roller-date", {"2026-03-04"}},
                   {"planned-date", {"2026-03-01"}}}},
         }) {
        Visit visit;
        visit.answer_all(healthy(changes));
        visit.press("review/result");
        check_snapshot(visit, name);
    }
}

TEST_CASE("Snapshot: a finding's details") {
    Visit visit;
    visit.answer_all(healthy({{"isotretinoin", {"past-12-months"}}, {"isotretinoin-last-date", {"2025-12-31"}}}));
    visit.press("review/result");
    visit.press("finding/isotretinoin-recent/details");
    check_snapshot(visit, "result-details");
}

TEST_CASE("Snapshot: timeline") {
    Visit visit;
    visit.answer_all(healthy({{"planned-date", {"2026-06-06"}}, {"event-date", {"2026-12-12"}}}));
    visit.press("review/result");
    visit.press("result/timeline");
    check_snapshot(visit, "timeline");
}

TEST_CASE("Snapshot: treated") {
    Visit visit{{.width = phone}};
    visit.press("welcome/treated");
    visit.press("treated/show");
    check_snapshot(visit, "treated-without-date");
    visit.fill("treated/date", "2026-02-26");
    visit.press("treated/show");
    check_snapshot(visit, "timeline-treated");
    visit.press("timeline/check");
    for (auto const* sign : {"check/flag-breathing", "check/flag-pus", "check/redness"}) {
        visit.press(sign);
    }
    check_snapshot(visit, "recovery-check");
}

TEST_CASE("Snapshot: red flags, delete dialog, ask staff") {
    Visit visit;
    visit.press("banner/red-flags");
    check_snapshot(visit, "red-flags");
    visit.press("banner/delete");
    check_snapshot(visit, "delete-dialog");
    check_snapshot(Visit{{.clinic = R"({"contact":["Call 01 23 45"],"no-such-setting":1})"}}, "ask-staff");
}
