import { openWebKit } from "./webkit.js";
import { testEngine } from "./suite.js";

testEngine("webkitgtk", openWebKit);
