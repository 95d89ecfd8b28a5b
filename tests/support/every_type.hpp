// A questionnaire alone with every type of question, some of them hidden until others are answered.
#pragma once

#include <string_view>

namespace needlewise::formats::test {

inline constexpr std::string_view every_type = R"({"resourceType":"Questionnaire","url":"urn:every-type","version":"1",
"status":"draft","language":"en","title":"Every type","item":[
{"linkId":"group","type":"group","text":"Some","item":[
 {"linkId":"boolean","type":"boolean","text":"True?"},
 {"linkId":"decimal","type":"decimal","text":"How much?","enableWhen":[{"question":"boolean","operator":"=","answerBoolean":true}]},
 {"linkId":"integer","type":"integer","text":"How many?","repeats":true},
 {"linkId":"date","type":"date","text":"When?","repeats":true,"enableWhen":[{"question":"integer","operator":">","answerInteger":3}]},
 {"linkId":"moment","type":"dateTime","text":"When exactly?"},
 {"linkId":"time","type":"time","text":"At what time?"}]},
{"linkId":"string","type":"string","text":"Who?"},
{"linkId":"text","type":"text","text":"What?","repeats":true,"enableWhen":[{"question":"string","operator":"exists","answerBoolean":true}]},
{"linkId":"url","type":"url","text":"Where?"},
{"linkId":"choice","type":"choice","text":"Which?","answerOption":[
 {"valueCoding":{"system":"urn:c","code":"a","display":"A"}},{"valueCoding":{"system":"urn:c","code":"b","display":"B"}}]},
{"linkId":"ticks","type":"choice","text":"Which of these?","repeats":true,
 "enableWhen":[{"question":"choice","operator":"!=","answerCoding":{"system":"urn:c","code":"b"}}],"answerOption":[
 {"valueCoding":{"system":"urn:c","code":"x","display":"X"}},{"valueCoding":{"system":"urn:c","code":"y","display":"Y"}},
 {"valueCoding":{"system":"urn:c","code":"none","display":"None"},
  "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive","valueBoolean":true}]}]},
{"linkId":"numbers","type":"choice","text":"Which number?","answerOption":[{"valueInteger":1},{"valueInteger":2}]},
{"linkId":"open","type":"open-choice","text":"Or what?","repeats":true,"answerOption":[
 {"valueCoding":{"system":"urn:c","code":"a","display":"A"}},{"valueString":"b"}]},
{"linkId":"quantity","type":"quantity","text":"How heavy?"}]})";

}  // namespace needlewise::formats::test
