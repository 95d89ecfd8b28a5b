import { openFirefox } from "./firefox.js";
import { testEngine } from "./suite.js";

testEngine("firefox", openFirefox);
