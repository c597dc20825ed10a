// `require` gives the plugin itself, without `.default`.
import secretHandling = require("eslint-plugin-secret-handling");

const config = [secretHandling.configs.recommended];
export = config;
