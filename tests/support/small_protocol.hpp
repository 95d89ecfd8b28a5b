// A protocol of six small files without a fault, for tests that change one thing in it and for fuzzing.
#pragma once

#include <map>
#include <string>

namespace needlewise::formats::test {

/// Path to text.
using Folder = std::map<std::string, std::string>;

inline Folder small_protocol() {
    return {
        {"questionnaire.json",
         R"({"resourceType":"Questionnaire","id":"small","url":"urn:small","version":"1","language":"en","item":[
{"linkId":"creams","type":"choice","repeats":true,"required":true,"text":"Creams?",
 "answerOption":[{"valueCoding":{"system":"urn:c","code":"retinol","display":"Retinol"}},{"valueCoding":{"system":"urn:c","code":"none","display":"None"}},{"valueCoding":{"system":"urn:c","code":"not-sure","display":"Not sure"}}]},
{"linkId":"peel","type":"choice","text":"Peel?",
 "answerOption":[{"valueCoding":{"system":"urn:c","code":"yes","display":"Yes"}},{"valueCoding":{"system":"urn:c","code":"no","display":"No"}}]},
{"linkId":"peel-date","type":"date","text":"When?",
 "enableWhen":[{"question":"peel","operator":"=","answerCoding":{"code":"yes"}}]},
{"linkId":"goal","type":"choice","text":"Goal?",
 "answerOption":[{"valueCoding":{"system":"urn:c","code":"lines","display":"Lines"}},{"valueCoding":{"system":"urn:c","code":"hair","display":"Hair"}}]},
{"linkId":"planned","type":"date","text":"Planned?"},
{"linkId":"event","type":"date","text":"Event?"},
{"linkId":"count","type":"integer","text":"How many?"}
]})"},
        {"protocol.json",
         R"({"id":"small","version":"1","contentDate":"2026-11-21","reviewBy":"2027-11-21","signedOffBy":null,"language":"en","unknownCode":"not-sure",
"bindings":{"plannedDate":"planned","eventDate":"event","concerns":"goal","sessionsPlanned":"count"},
"rechecks":[{"question":"goal","askAgain":["creams"]}],
"figure":{"question":"goal","regions":{"lines":"face"}},
"explainer":[{"id":"what","sources":["S1"],"differs":["X1"]}]})"},
        {"rules.json", R"({"parameters":[
{"id":"wait-retinol","kind":"wait","unit":"day","default":5,"minimum":1,"maximum":7},
{"id":"gap","kind":"wait","unit":"day","default":14,"minimum":7,"maximum":28},
{"id":"level","kind":"level","default":"mention","allowed":["mention","review"]}],
"spans":[
{"question":"creams","value":7,"unit":"day"},
{"question":"peel","code":"yes","value":12,"unit":"month"}],
"rules":[
{"id":"retinol","level":"defer","kind":"stoppable","when":{"question":"creams","operator":"=","answer":"retinol"},"wait":{"parameter":"wait-retinol"},"clarifyAs":"mention","strength":"C","sources":["S1"],"differs":["X1"]},
{"id":"peel","level":"defer","kind":"past-exposure","when":{"all":[{"question":"peel","operator":"=","answer":"yes"}]},"wait":{"value":6,"unit":"month"},"dateQuestion":"peel-date","clarifyAs":"review","strength":"A","sources":["S1"]},
{"id":"goal","level":"mention","kind":"none","levelParameter":"level","when":{"atLeast":{"count":1,"of":[{"not":{"question":"goal","operator":"=","answer":"hair"}}]}},"clarifyAs":"rule-level","strength":"A","sources":["S1"]},
{"id":"event","level":"prepare","kind":"event-gap","when":{"all":[]},"wait":{"parameter":"gap"},"dateQuestion":"event","clarifyAs":"none","strength":"D","sources":["S1"]}],
"differences":[{"id":"X1","views":["S1"],"rules":true}]})"},
        {"timeline.json", R"({"parameters":[
{"id":"minutes","kind":"number","unit":"minute","default":45,"minimum":15,"maximum":60},
{"id":"least-gap","kind":"number","unit":"day","default":7,"minimum":3,"maximum":14},
{"id":"sessions-lines","kind":"number","unit":"session","default":3,"minimum":1,"maximum":12},
{"id":"spacing-lines","kind":"number","unit":"day","default":28,"minimum":28,"maximum":42},
{"id":"emergency-number","kind":"text","default":"112"}],
"preparation":[
{"id":"prep","from":{"largestOf":[{"parameter":"wait-retinol","when":{"question":"creams","operator":"=","answer":"retinol"}}],"factor":-1,"otherwise":-5},"to":0,"when":null,"strength":"C","sources":["S1"],"differs":[]}],
"dayOf":[
{"id":"step","from":{"sum":[{"parameter":"minutes","factor":-1}],"offset":-5},"to":0,"showWhenUnanswered":true,"sources":["S1"]}],
"signs":[
{"id":"red","onset":0,"usualEnd":2,"plausibleUntil":7,"contact":"week","hasCallIf":true,"sources":["S1"],"height":[[0,1.0],[7,0.0]]}],
"watch":[
{"id":"sore","from":2,"to":14,"contact":"same-day","sources":["S1"]}],
"changes":[
{"id":"more-red","when":{"question":"peel","operator":"=","answer":"yes"},"item":"red","plausibleUntil":10,"hasNote":true,"sources":["S1"]}],
"care":[
{"id":"sunscreen","kind":"do","from":{"parameter":"minutes","factor":0,"offset":1},"to":null,"strength":"C","sources":["S1"],"icon":"sun","openEnded":true}],
"days":[
{"id":"day-0","from":0,"to":0}],
"redFlags":[
{"group":"emergency","flags":["flag-breath"]}],
"sessions":{"spacingFloorParameter":"gap","eventGapParameter":"gap","eventGapMinimumParameter":"least-gap","resultsCheckParameter":"gap",
"concerns":[
{"code":"lines","sessionsMinimum":2,"sessionsMaximum":6,"sessionsParameter":"sessions-lines","spacingMinimum":28,"spacingMaximum":42,"spacingParameter":"spacing-lines","firstChange":[14,42],"fullResult":[84,180],"sources":["S1"],"hasNote":true}],
"withoutPlan":["hair"],"withoutConcerns":"lines"},
"emergencyNumberParameter":"emergency-number"})"},
        {"sources.json", R"({"sources":[
{"key":"S1","title":"A source","address":"https://a.example","mark":"V","strength":"A"}]})"},
        {"words/en.json", R"({"protocol/title":"T","protocol/about":"A",
"explainer/what/title":"T","explainer/what/text":"T","difference/X1/title":"T","difference/X1/choice":"T","difference/X1/view/S1":"T",
"strength/A":"T","strength/B":"T","strength/C":"T","strength/D":"T",
"rule/retinol/title":"T","rule/retinol/text":"T","rule/retinol/advice":"Until {date}",
"rule/peel/title":"T","rule/peel/text":"T","rule/peel/advice":"T","rule/goal/title":"T","rule/goal/text":"T","rule/goal/advice":"T","rule/event/title":"T","rule/event/text":"T","rule/event/advice":"T",
"outcome/exclude/headline":"T","outcome/exclude/short":"T","outcome/review/headline":"T","outcome/review/headline-dated":"T","outcome/review/short":"T","outcome/defer/headline":"T","outcome/defer/headline-open":"T","outcome/defer/short":"T","outcome/mention/headline":"T","outcome/mention/short":"T","outcome/prepare/headline":"T","outcome/prepare/short":"T","outcome/clear/headline":"T","outcome/clear/short":"T","outcome/incomplete/headline":"T","outcome/incomplete/short":"T","outcome/error/headline":"T","outcome/error/short":"T",
"level/exclude/name":"T","level/exclude/meaning":"T","level/review/name":"T","level/review/meaning":"T","level/defer/name":"T","level/defer/meaning":"T","level/mention/name":"T","level/mention/meaning":"T","level/prepare/name":"T","level/prepare/meaning":"T","level/info/name":"T","level/info/meaning":"T",
"clarify/review":"T","clarify/mention":"T","clarify/date":"T",
"date-kind/wait-ends":"T","date-kind/not-before":"T","date-kind/stop-by":"T","date-kind/stop-by-open":"T","date-kind/window-ends":"T","date-kind/start-by":"T","date-kind/start-by-open":"T","date-kind/plan-by":"T",
"parameter/wait-retinol/name":"T","parameter/gap/name":"T","parameter/level/name":"T","parameter/minutes/name":"T","parameter/least-gap/name":"T","parameter/sessions-lines/name":"T","parameter/spacing-lines/name":"T","parameter/emergency-number/name":"T",
"timeline/prep/text":"T","timeline/step/text":"T","timeline/red/name":"T","timeline/red/call-if":"T","timeline/sore/name":"T","timeline/more-red/note":"T","timeline/sunscreen/text":"T","timeline/day-0/text":"T","timeline/first-change/text":"T","timeline/results-check/text":"T","timeline/full-result/text":"T",
"red-flag-group/emergency/title":"T","red-flag-group/emergency/action":"Call {emergency-number}","red-flag/flag-breath":"T","red-flags/do":"T","red-flags/dont":"T","red-flags/numbing":"T","red-flags/worried":"T",
"concern/lines/note":"T"})"},
    };
}

}  // namespace needlewise::formats::test
