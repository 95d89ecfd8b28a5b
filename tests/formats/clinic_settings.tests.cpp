#include "formats/clinic_settings.hpp"

#include "small_protocol.hpp"

using namespace needlewise;
using namespace needlewise::formats;
using namespace needlewise::formats::test;

namespace {

core::Protocol const& protocol() {
    static auto const folder = small_protocol();
    static auto const loaded = load_protocol(sources_of(folder), "");
    return loaded.protocol;
}

LoadedClinic clinic(std::string const& text) { return load_clinic("c", text, protocol()); }
Problems problems(std::string const& text) { return summaries(clinic(text).diagnostics); }
Problems parameters(std::string const& text) { return problems("{\"parameters\":{" + text + "}}"); }

core::ParameterValue const& value(LoadedClinic const& loaded, std::string_view id) {
    return loaded.parameters.at(protocol().find_parameter(id).value());
}

}  // namespace

TEST_CASE("No settings are the defaults") {
    auto const loaded = clinic("{}");
    CHECK(loaded.usable());
    CHECK(loaded.settings.name.empty());
    CHECK(loaded.settings.paging == core::ClinicPaging::Automatic);
    CHECK_FALSE(loaded.settings.kiosk.enabled);
    CHECK(loaded.settings.kiosk.idle_seconds == 120);
    CHECK_FALSE(loaded.settings.booking);
    CHECK(loaded.settings.take_along == core::ClinicTakeAlong{});
    CHECK(std::get<int>(value(loaded, "wait-retinol").value) == 5);
    CHECK_FALSE(value(loaded, "wait-retinol").set_by_clinic);
}

TEST_CASE("Every field of clinic settings is read") {
    auto const loaded = clinic(R"({"name":"C","contact":["a","b"],"openingHours":"9 to 17","emergencyNumber":"999",
        "colours":{"accent":"#1F6f6b"},"logo":"logo.svg","language":"pt-BR","languages":["en","pt-BR"],
        "parameters":{"wait-retinol":7,"gap":14,"level":"review"},"products":[{"name":"Gel","use":"sunscreen"}],
        "booking":{"link":"https://a.example/book?x=1","outcomes":["clear","review"]},"paging":"question",
        "kiosk":{"enabled":true,"open":"address","idleSeconds":30,"warningSeconds":25,"summaryMinutes":5,
            "pin":{"salt":"AAAAAAAAAAAAAAAAAAAAAA==","hash":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","iterations":600000}},"embed":{"origins":["https://a.example"],"events":["ready","outcome"]},
        "takeAlong":{"print":false}})");
    CHECK(summaries(loaded.diagnostics).empty());
    auto const& settings = loaded.settings;
    CHECK(settings.name == "C");
    CHECK(settings.contact == std::vector<std::string>{"a", "b"});
    CHECK(settings.opening_hours == "9 to 17");
    CHECK(settings.accent_color == 0x1f6f6bu);
    CHECK(settings.logo == "logo.svg");
    CHECK(settings.language == "pt-BR");
    CHECK(settings.languages == std::vector<std::string>{"en", "pt-BR"});
    CHECK(settings.products == std::vector<core::ClinicProduct>{{"Gel", "sunscreen"}});
    REQUIRE(settings.booking);
    CHECK(settings.booking->outcomes == std::vector<core::Outcome>{core::Outcome::Clear, core::Outcome::Review});
    CHECK(settings.paging == core::ClinicPaging::Question);
    CHECK(settings.kiosk == core::ClinicKiosk{.enabled = true,
                                              .by_address = true,
                                              .idle_seconds = 30,
                                              .warning_seconds = 25,
                                              .summary_minutes = 5,
                                              .has_pin = true});
    CHECK(settings.embed.events == std::vector<core::EmbedEvent>{core::EmbedEvent::Ready, core::EmbedEvent::Outcome});
    CHECK_FALSE(settings.take_along.print);
    CHECK(settings.take_along.calendar);
    CHECK(std::get<int>(value(loaded, "wait-retinol").value) == 7);
    CHECK(value(loaded, "wait-retinol").set_by_clinic);
    CHECK_FALSE(value(loaded, "gap").set_by_clinic);  // the protocol's own value
    CHECK(std::get<core::Level>(value(loaded, "level").value) == core::Level::Review);
    CHECK(std::get<std::string>(value(loaded, "emergency-number").value) == "999");
    CHECK(value(loaded, "emergency-number").set_by_clinic);
}

TEST_CASE("Wrong parameters are found with their place") {
    CHECK(parameters(R"("wait-retinal":5)") == Problems{"c:1:16 unknown-parameter /parameters/wait-retinal"});
    CHECK(parameters(R"("wait-retinol":8)") == Problems{"c:1:31 out-of-range /parameters/wait-retinol"});
    CHECK(parameters(R"("wait-retinol":0)") == Problems{"c:1:31 out-of-range /parameters/wait-retinol"});
    CHECK(parameters(R"("wait-retinol":5.5)") == Problems{"c:1:31 wrong-type /parameters/wait-retinol"});
    CHECK(parameters(R"("wait-retinol":"5")") == Problems{"c:1:31 wrong-type /parameters/wait-retinol"});
    CHECK(parameters(R"("wait-retinol":null)") == Problems{"c:1:31 wrong-type /parameters/wait-retinol"});
    CHECK(parameters(R"("wait-retinol":99999999999999999999)") ==
          Problems{"c:1:31 wrong-type /parameters/wait-retinol"});
    CHECK(parameters(R"("level":"exclude")") == Problems{"c:1:24 out-of-range /parameters/level"});
    CHECK(parameters(R"("level":1)") == Problems{"c:1:24 wrong-type /parameters/level"});
    CHECK(parameters(R"("emergency-number":"")") == Problems{"c:1:35 bad-text /parameters/emergency-number"});
    CHECK(problems(R"({"emergencyNumber":"1","parameters":{"emergency-number":"2"}})") ==
          Problems{"c:1:20 contradiction /emergencyNumber"});
    CHECK(parameters(R"("least-gap":10,"gap":9)") == Problems{"c:1:28 contradiction /parameters/least-gap"});
    CHECK(parameters(R"("wait-retinol":1,"wait-retinol":2)") ==
          Problems{"c:1:33 json-duplicate-key /parameters/wait-retinol"});
}

TEST_CASE("A clinic's wait over the time its question asks about is an error") {
    auto const folder = small_protocol();
    auto loaded = load_protocol(sources_of(folder), "");
    // As if a later edit had narrowed the question: the loader itself would refuse that.
    loaded.protocol.spans.at(0).span.length = 6;
    CHECK(summaries(load_clinic("c", R"({"parameters":{"wait-retinol":7}})", loaded.protocol).diagnostics) ==
          Problems{"c:1:31 wait-over-span /parameters/wait-retinol"});
    CHECK(load_clinic("c", R"({"parameters":{"wait-retinol":6}})", loaded.protocol).usable());
}

TEST_CASE("With any error the parameters stay the protocol's own, and the contact lines are kept") {
    auto const loaded = clinic(
        R"({"name":"C","contact":["a"],"openingHours":"9 to 17","parameters":{"wait-retinol":7,"level":"none"}})");
    CHECK_FALSE(loaded.usable());
    CHECK(std::get<int>(value(loaded, "wait-retinol").value) == 5);
    CHECK(loaded.settings.name == "C");
    CHECK(loaded.settings.contact == std::vector<std::string>{"a"});
    CHECK(loaded.settings.opening_hours == "9 to 17");
}

TEST_CASE("Files that are no settings are refused whole") {
    CHECK(problems("") == Problems{"c:1:1 json-empty "});
    CHECK(problems("[]") == Problems{"c:1:1 wrong-type "});
    CHECK(problems("{\n\"nmae\":\"C\"}") == Problems{"c:2:1 unknown-member /nmae"});
    CHECK(problems("{\"name\":\"C\"") == Problems{"c:1:12 json-syntax /name"});
    CHECK(clinic("").parameters.size() == protocol().parameters.size());
}

TEST_CASE("Wrong texts are found") {
    CHECK(problems(R"({"name":""})") == Problems{"c:1:9 bad-text /name"});
    CHECK(problems(R"({"name":7})") == Problems{"c:1:9 wrong-type /name"});
    CHECK(problems("{\"name\":\"" + std::string(81, 'x') + "\"}") == Problems{"c:1:9 bad-text /name"});
    std::string eighty;
    for (int i = 0; i < 80; ++i) {
        eighty += "\xC3\xA9";
    }
    CHECK(problems("{\"name\":\"" + eighty + "\"}").empty());
    CHECK(problems(R"({"name":"a\nb"})") == Problems{"c:1:9 bad-text /name"});
    CHECK(problems(R"({"contact":["1","2","3","4","5","6","7"]})") == Problems{"c:1:12 too-many /contact"});
    CHECK(problems(R"({"contact":["1",2]})") == Problems{"c:1:17 wrong-type /contact/1"});
}

TEST_CASE("Wrong colours and pictures are found") {
    for (char const* color : {"", "1f6f6b", "#1f6f6", "#1f6f6bb", "#1f6f6g", "red"}) {
        CHECK(problems("{\"colours\":{\"accent\":\"" + std::string{color} + "\"}}") ==
              Problems{"c:1:22 bad-colour /colours/accent"});
    }
    for (char const* logo : {"", "/logo.png", "../logo.png", "http://a/logo.png", "logo.gif", "data:image/png;base64,",
                             "data:text/html;base64,AA==", "data:image/svg+xml;base64,A<", "a b.png", "a'.png"}) {
        CHECK(problems("{\"logo\":\"" + std::string{logo} + "\"}") == Problems{"c:1:9 bad-logo /logo"});
    }
    CHECK(problems(R"({"logo":"data:image/svg+xml;base64,AAAA=="})").empty());
    CHECK(problems(R"({"logo":"pictures/logo.png"})").empty());
}

TEST_CASE("Wrong languages are found") {
    for (char const* tag : {"", "e", "EN", "english", "en-", "en_US", "en-a"}) {
        CHECK(problems("{\"language\":\"" + std::string{tag} + "\"}") == Problems{"c:1:13 bad-language /language"});
    }
    CHECK(problems(R"({"languages":[]})") == Problems{"c:1:14 empty-list /languages"});
    CHECK(problems(R"({"languages":["en","en"]})") == Problems{"c:1:20 duplicate /languages/1"});
    CHECK(problems(R"({"language":"de","languages":["en"]})") == Problems{"c:1:13 contradiction /language"});
}

TEST_CASE("Wrong products, links, kiosk, embedding and take-along settings are found") {
    CHECK(problems(R"({"products":[{"name":"A","use":"nothing"}]})") == Problems{"c:1:32 unknown-id /products/0/use"});
    CHECK(problems(R"({"products":[{"use":"prep"}]})") == Problems{"c:1:14 missing-member /products/0"});
    CHECK(problems(R"({"booking":{"link":"http://a.example"}})") == Problems{"c:1:20 bad-link /booking/link"});
    CHECK(problems(R"json({"booking":{"link":"javascript:alert(1)"}})json") ==
          Problems{"c:1:20 bad-link /booking/link"});
    CHECK(problems(R"({"booking":{"link":"https://a.example","outcomes":["exclude"]}})") ==
          Problems{"c:1:52 unknown-value /booking/outcomes/0"});
    CHECK(problems(R"({"booking":{"link":"https://a.example","outcomes":[]}})") ==
          Problems{"c:1:51 empty-list /booking/outcomes"});
    CHECK(problems(R"({"booking":{}})") == Problems{"c:1:12 missing-member /booking"});
    CHECK(problems(R"({"paging":"all"})") == Problems{"c:1:11 unknown-value /paging"});
    CHECK(problems(R"({"kiosk":{}})") == Problems{"c:1:10 missing-member /kiosk"});
    CHECK(problems(R"({"kiosk":{"enabled":false,"idleSeconds":29}})") ==
          Problems{"c:1:41 out-of-range /kiosk/idleSeconds"});
    CHECK(problems(R"({"kiosk":{"enabled":false,"idleSeconds":1801}})") ==
          Problems{"c:1:41 out-of-range /kiosk/idleSeconds"});
    CHECK(problems(R"({"embed":{"events":["ready"]}})") == Problems{"c:1:20 missing-member /embed/events"});
    CHECK(problems(R"({"embed":{"origins":["https://a.example/path"]}})") ==
          Problems{"c:1:22 bad-link /embed/origins/0"});
    CHECK(problems(R"({"embed":{"origins":["https://a.example"],"events":["click"]}})") ==
          Problems{"c:1:53 unknown-value /embed/events/0"});
    CHECK(
        problems(R"({"embed":{"origins":["http://127.0.0.1:8081","http://localhost"],"events":["booking"]}})").empty());
    for (auto const* origin : {"http://a.example", "http://127.0.0.1.a.example", "http://127.0.0.1:8081/",
                               "http://localhost:", "http://localhost:x", "https://", "https://a.example?"}) {
        CAPTURE(origin);
        CHECK(problems("{\"embed\":{\"origins\":[\"" + std::string{origin} + "\"]}}") ==
              Problems{"c:1:22 bad-link /embed/origins/0"});
    }
    CHECK(problems(R"({"takeAlong":{"print":"no"}})") == Problems{"c:1:23 wrong-type /takeAlong/print"});
    CHECK(problems(R"({"takeAlong":{"fax":true}})") == Problems{"c:1:15 unknown-member /takeAlong/fax"});
}

TEST_CASE("Settings within a document replace parameter by parameter what is in force") {
    auto const first = clinic(R"({"parameters":{"wait-retinol":7,"level":"review"}})");
    auto const document = parse_json(R"({"clinic":{"parameters":{"wait-retinol":2}}})");
    REQUIRE(document);
    auto const second = load_clinic("", *document, document->root().member("clinic"), protocol(), first.parameters);
    CHECK(second.usable());
    CHECK(std::get<int>(value(second, "wait-retinol").value) == 2);
    CHECK(std::get<core::Level>(value(second, "level").value) == core::Level::Review);
    CHECK(value(second, "level").set_by_clinic);
}

TEST_CASE("Wrong kiosk settings are found") {
    auto const kiosk = [](std::string const& members) { return problems("{\"kiosk\":{" + members + "}}"); };
    CHECK(kiosk(R"("enabled":false,"idleSeconds":1800,"warningSeconds":120,"summaryMinutes":60)").empty());
    CHECK(kiosk(R"("idleSeconds":60)") == Problems{"c:1:10 missing-member /kiosk"});
    CHECK(kiosk(R"("enabled":true)") == Problems{"c:1:10 no-pin? /kiosk"});
    CHECK(kiosk(R"("enabled":false,"open":"never")") == Problems{"c:1:34 unknown-value /kiosk/open"});
    CHECK(kiosk(R"("enabled":false,"idleSeconds":29)") == Problems{"c:1:41 out-of-range /kiosk/idleSeconds"});
    CHECK(kiosk(R"("enabled":false,"warningSeconds":19)") == Problems{"c:1:44 out-of-range /kiosk/warningSeconds"});
    CHECK(kiosk(R"("enabled":false,"summaryMinutes":61)") == Problems{"c:1:44 out-of-range /kiosk/summaryMinutes"});
}

TEST_CASE("A PIN is stored as a salted, slow hash or not at all") {
    auto const pin = [](std::string const& members) {
        return problems("{\"kiosk\":{\"enabled\":true,\"pin\":{" + members + "}}}");
    };
    std::string const salt = R"("salt":"AAAAAAAAAAAAAAAAAAAAAA==")";
    std::string const hash = R"("hash":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")";
    CHECK(pin(salt + "," + hash + R"(,"iterations":100000)").empty());
    CHECK(problems(R"({"kiosk":{"enabled":true,"pin":"123456"}})") ==
          Problems{"c:1:32 wrong-type /kiosk/pin", "c:1:10 no-pin? /kiosk"});
    CHECK(pin(salt + "," + hash + R"(,"iterations":99999)").size() == 1);
    CHECK(pin(salt + "," + hash).size() == 1);
    CHECK(pin(hash + R"(,"iterations":100000)").size() == 1);
    CHECK(pin(R"("salt":"AAAA",)" + hash + R"(,"iterations":100000)").size() == 1);
    CHECK(pin(salt + R"(,"hash":"123456","iterations":100000)").size() == 1);
    CHECK(pin(salt + R"(,"hash":"!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","iterations":100000)").size() == 1);
}
