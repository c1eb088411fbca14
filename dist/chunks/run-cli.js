import { i as __require, o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as require_picocolors } from "./picocolors.js";
import { t as VERSION } from "./version.js";
import { r as toError, t as ParityError } from "./errors.js";
import { n as BUILD_CACHE, r as CHECKSUM_DATABASE, t as nearest } from "./nearest.js";
import { t as INPUTS } from "./inputs.js";
import { i as splitWords, t as shellWord } from "./shell-word.js";
import { n as safeText, t as safeLine } from "./safe-text.js";
import { r as graphToTree } from "./packages.js";
import { n as describePlanVerdict } from "./targets.js";
import { createReadStream } from "node:fs";
import { basename, relative, resolve } from "node:path";
import { createInterface } from "node:readline/promises";

// node_modules/commander/lib/error.js
var require_error = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* CommanderError class
	*/
	var CommanderError = class extends Error {
		/**
		* Constructs the CommanderError class
		* @param {number} exitCode suggested exit code which could be used with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		*/
		constructor(exitCode, code, message) {
			super(message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
			this.code = code;
			this.exitCode = exitCode;
			this.nestedError = void 0;
		}
	};
	/**
	* InvalidArgumentError class
	*/
	var InvalidArgumentError = class extends CommanderError {
		/**
		* Constructs the InvalidArgumentError class
		* @param {string} [message] explanation of why argument is invalid
		*/
		constructor(message) {
			super(1, "commander.invalidArgument", message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
		}
	};
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
}));

// node_modules/commander/lib/argument.js
var require_argument = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Argument = class {
		/**
		* Initialize a new command argument with the given name and description.
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @param {string} name
		* @param {string} [description]
		*/
		constructor(name, description) {
			this.description = description || "";
			this.variadic = false;
			this.parseArg = void 0;
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.argChoices = void 0;
			switch (name[0]) {
				case "<":
					this.required = true;
					this._name = name.slice(1, -1);
					break;
				case "[":
					this.required = false;
					this._name = name.slice(1, -1);
					break;
				default:
					this.required = true;
					this._name = name;
			}
			if (this._name.endsWith("...")) {
				this.variadic = true;
				this._name = this._name.slice(0, -3);
			}
		}
		/**
		* Return argument name.
		*
		* @return {string}
		*/
		name() {
			return this._name;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Argument}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Set the custom handler for processing CLI command arguments into argument values.
		*
		* @param {Function} [fn]
		* @return {Argument}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Only allow argument value to be one of choices.
		*
		* @param {string[]} values
		* @return {Argument}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Make argument required.
		*
		* @returns {Argument}
		*/
		argRequired() {
			this.required = true;
			return this;
		}
		/**
		* Make argument optional.
		*
		* @returns {Argument}
		*/
		argOptional() {
			this.required = false;
			return this;
		}
	};
	/**
	* Takes an argument and returns its human readable equivalent for help usage.
	*
	* @param {Argument} arg
	* @return {string}
	* @private
	*/
	function humanReadableArgName(arg) {
		const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
		return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
	}
	exports.Argument = Argument;
	exports.humanReadableArgName = humanReadableArgName;
}));

// node_modules/commander/lib/help.js
var require_help = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { humanReadableArgName } = require_argument();
	/**
	* TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
	* https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
	* @typedef { import("./argument.js").Argument } Argument
	* @typedef { import("./command.js").Command } Command
	* @typedef { import("./option.js").Option } Option
	*/
	var Help = class {
		constructor() {
			this.helpWidth = void 0;
			this.minWidthToWrap = 40;
			this.sortSubcommands = false;
			this.sortOptions = false;
			this.showGlobalOptions = false;
		}
		/**
		* prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
		* and just before calling `formatHelp()`.
		*
		* Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
		*
		* @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
		*/
		prepareContext(contextOptions) {
			this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
		}
		/**
		* Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
		*
		* @param {Command} cmd
		* @returns {Command[]}
		*/
		visibleCommands(cmd) {
			const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
			const helpCommand = cmd._getHelpCommand();
			if (helpCommand && !helpCommand._hidden) visibleCommands.push(helpCommand);
			if (this.sortSubcommands) visibleCommands.sort((a, b) => {
				return a.name().localeCompare(b.name());
			});
			return visibleCommands;
		}
		/**
		* Compare options for sort.
		*
		* @param {Option} a
		* @param {Option} b
		* @returns {number}
		*/
		compareOptions(a, b) {
			const getSortKey = (option) => {
				return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
			};
			return getSortKey(a).localeCompare(getSortKey(b));
		}
		/**
		* Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleOptions(cmd) {
			const visibleOptions = cmd.options.filter((option) => !option.hidden);
			const helpOption = cmd._getHelpOption();
			if (helpOption && !helpOption.hidden) {
				const removeShort = helpOption.short && cmd._findOption(helpOption.short);
				const removeLong = helpOption.long && cmd._findOption(helpOption.long);
				if (!removeShort && !removeLong) visibleOptions.push(helpOption);
				else if (helpOption.long && !removeLong) visibleOptions.push(cmd.createOption(helpOption.long, helpOption.description));
				else if (helpOption.short && !removeShort) visibleOptions.push(cmd.createOption(helpOption.short, helpOption.description));
			}
			if (this.sortOptions) visibleOptions.sort(this.compareOptions);
			return visibleOptions;
		}
		/**
		* Get an array of the visible global options. (Not including help.)
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleGlobalOptions(cmd) {
			if (!this.showGlobalOptions) return [];
			const globalOptions = [];
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
				const visibleOptions = ancestorCmd.options.filter((option) => !option.hidden);
				globalOptions.push(...visibleOptions);
			}
			if (this.sortOptions) globalOptions.sort(this.compareOptions);
			return globalOptions;
		}
		/**
		* Get an array of the arguments if any have a description.
		*
		* @param {Command} cmd
		* @returns {Argument[]}
		*/
		visibleArguments(cmd) {
			if (cmd._argsDescription) cmd.registeredArguments.forEach((argument) => {
				argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
			});
			if (cmd.registeredArguments.find((argument) => argument.description)) return cmd.registeredArguments;
			return [];
		}
		/**
		* Get the command term to show in the list of subcommands.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandTerm(cmd) {
			const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
			return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + (args ? " " + args : "");
		}
		/**
		* Get the option term to show in the list of options.
		*
		* @param {Option} option
		* @returns {string}
		*/
		optionTerm(option) {
			return option.flags;
		}
		/**
		* Get the argument term to show in the list of arguments.
		*
		* @param {Argument} argument
		* @returns {string}
		*/
		argumentTerm(argument) {
			return argument.name();
		}
		/**
		* Get the longest command term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestSubcommandTermLength(cmd, helper) {
			return helper.visibleCommands(cmd).reduce((max, command) => {
				return Math.max(max, this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command))));
			}, 0);
		}
		/**
		* Get the longest option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestOptionTermLength(cmd, helper) {
			return helper.visibleOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest global option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestGlobalOptionTermLength(cmd, helper) {
			return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest argument term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestArgumentTermLength(cmd, helper) {
			return helper.visibleArguments(cmd).reduce((max, argument) => {
				return Math.max(max, this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument))));
			}, 0);
		}
		/**
		* Get the command usage to be displayed at the top of the built-in help.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandUsage(cmd) {
			let cmdName = cmd._name;
			if (cmd._aliases[0]) cmdName = cmdName + "|" + cmd._aliases[0];
			let ancestorCmdNames = "";
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
			return ancestorCmdNames + cmdName + " " + cmd.usage();
		}
		/**
		* Get the description for the command.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandDescription(cmd) {
			return cmd.description();
		}
		/**
		* Get the subcommand summary to show in the list of subcommands.
		* (Fallback to description for backwards compatibility.)
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandDescription(cmd) {
			return cmd.summary() || cmd.description();
		}
		/**
		* Get the option description to show in the list of options.
		*
		* @param {Option} option
		* @return {string}
		*/
		optionDescription(option) {
			const extraInfo = [];
			if (option.argChoices) extraInfo.push(`choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (option.defaultValue !== void 0) {
				if (option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean") extraInfo.push(`default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`);
			}
			if (option.presetArg !== void 0 && option.optional) extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
			if (option.envVar !== void 0) extraInfo.push(`env: ${option.envVar}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (option.description) return `${option.description} ${extraDescription}`;
				return extraDescription;
			}
			return option.description;
		}
		/**
		* Get the argument description to show in the list of arguments.
		*
		* @param {Argument} argument
		* @return {string}
		*/
		argumentDescription(argument) {
			const extraInfo = [];
			if (argument.argChoices) extraInfo.push(`choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (argument.defaultValue !== void 0) extraInfo.push(`default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (argument.description) return `${argument.description} ${extraDescription}`;
				return extraDescription;
			}
			return argument.description;
		}
		/**
		* Format a list of items, given a heading and an array of formatted items.
		*
		* @param {string} heading
		* @param {string[]} items
		* @param {Help} helper
		* @returns string[]
		*/
		formatItemList(heading, items, helper) {
			if (items.length === 0) return [];
			return [
				helper.styleTitle(heading),
				...items,
				""
			];
		}
		/**
		* Group items by their help group heading.
		*
		* @param {Command[] | Option[]} unsortedItems
		* @param {Command[] | Option[]} visibleItems
		* @param {Function} getGroup
		* @returns {Map<string, Command[] | Option[]>}
		*/
		groupItems(unsortedItems, visibleItems, getGroup) {
			const result = /* @__PURE__ */ new Map();
			unsortedItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
			});
			visibleItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
				result.get(group).push(item);
			});
			return result;
		}
		/**
		* Generate the built-in help text.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {string}
		*/
		formatHelp(cmd, helper) {
			const termWidth = helper.padWidth(cmd, helper);
			const helpWidth = helper.helpWidth ?? 80;
			function callFormatItem(term, description) {
				return helper.formatItem(term, termWidth, description, helper);
			}
			let output = [`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`, ""];
			const commandDescription = helper.commandDescription(cmd);
			if (commandDescription.length > 0) output = output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription), helpWidth), ""]);
			const argumentList = helper.visibleArguments(cmd).map((argument) => {
				return callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)), helper.styleArgumentDescription(helper.argumentDescription(argument)));
			});
			output = output.concat(this.formatItemList("Arguments:", argumentList, helper));
			this.groupItems(cmd.options, helper.visibleOptions(cmd), (option) => option.helpGroupHeading ?? "Options:").forEach((options, group) => {
				const optionList = options.map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList(group, optionList, helper));
			});
			if (helper.showGlobalOptions) {
				const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList("Global Options:", globalOptionList, helper));
			}
			this.groupItems(cmd.commands, helper.visibleCommands(cmd), (sub) => sub.helpGroup() || "Commands:").forEach((commands, group) => {
				const commandList = commands.map((sub) => {
					return callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)), helper.styleSubcommandDescription(helper.subcommandDescription(sub)));
				});
				output = output.concat(this.formatItemList(group, commandList, helper));
			});
			return output.join("\n");
		}
		/**
		* Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
		*
		* @param {string} str
		* @returns {number}
		*/
		displayWidth(str) {
			return stripColor(str).length;
		}
		/**
		* Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
		*
		* @param {string} str
		* @returns {string}
		*/
		styleTitle(str) {
			return str;
		}
		styleUsage(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word === "[command]") return this.styleSubcommandText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleCommandText(word);
			}).join(" ");
		}
		styleCommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleOptionDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleSubcommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleArgumentDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleDescriptionText(str) {
			return str;
		}
		styleOptionTerm(str) {
			return this.styleOptionText(str);
		}
		styleSubcommandTerm(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleSubcommandText(word);
			}).join(" ");
		}
		styleArgumentTerm(str) {
			return this.styleArgumentText(str);
		}
		styleOptionText(str) {
			return str;
		}
		styleArgumentText(str) {
			return str;
		}
		styleSubcommandText(str) {
			return str;
		}
		styleCommandText(str) {
			return str;
		}
		/**
		* Calculate the pad width from the maximum term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		padWidth(cmd, helper) {
			return Math.max(helper.longestOptionTermLength(cmd, helper), helper.longestGlobalOptionTermLength(cmd, helper), helper.longestSubcommandTermLength(cmd, helper), helper.longestArgumentTermLength(cmd, helper));
		}
		/**
		* Detect manually wrapped and indented strings by checking for line break followed by whitespace.
		*
		* @param {string} str
		* @returns {boolean}
		*/
		preformatted(str) {
			return /\n[^\S\r\n]/.test(str);
		}
		/**
		* Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
		*
		* So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
		*   TTT  DDD DDDD
		*        DD DDD
		*
		* @param {string} term
		* @param {number} termWidth
		* @param {string} description
		* @param {Help} helper
		* @returns {string}
		*/
		formatItem(term, termWidth, description, helper) {
			const itemIndent = 2;
			const itemIndentStr = " ".repeat(itemIndent);
			if (!description) return itemIndentStr + term;
			const paddedTerm = term.padEnd(termWidth + term.length - helper.displayWidth(term));
			const spacerWidth = 2;
			const remainingWidth = (this.helpWidth ?? 80) - termWidth - spacerWidth - itemIndent;
			let formattedDescription;
			if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) formattedDescription = description;
			else formattedDescription = helper.boxWrap(description, remainingWidth).replace(/\n/g, "\n" + " ".repeat(termWidth + spacerWidth));
			return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `\n${itemIndentStr}`);
		}
		/**
		* Wrap a string at whitespace, preserving existing line breaks.
		* Wrapping is skipped if the width is less than `minWidthToWrap`.
		*
		* @param {string} str
		* @param {number} width
		* @returns {string}
		*/
		boxWrap(str, width) {
			if (width < this.minWidthToWrap) return str;
			const rawLines = str.split(/\r\n|\n/);
			const chunkPattern = /[\s]*[^\s]+/g;
			const wrappedLines = [];
			rawLines.forEach((line) => {
				const chunks = line.match(chunkPattern);
				if (chunks === null) {
					wrappedLines.push("");
					return;
				}
				let sumChunks = [chunks.shift()];
				let sumWidth = this.displayWidth(sumChunks[0]);
				chunks.forEach((chunk) => {
					const visibleWidth = this.displayWidth(chunk);
					if (sumWidth + visibleWidth <= width) {
						sumChunks.push(chunk);
						sumWidth += visibleWidth;
						return;
					}
					wrappedLines.push(sumChunks.join(""));
					const nextChunk = chunk.trimStart();
					sumChunks = [nextChunk];
					sumWidth = this.displayWidth(nextChunk);
				});
				wrappedLines.push(sumChunks.join(""));
			});
			return wrappedLines.join("\n");
		}
	};
	/**
	* Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
	*
	* @param {string} str
	* @returns {string}
	* @package
	*/
	function stripColor(str) {
		return str.replace(/\x1b\[\d*(;\d*)*m/g, "");
	}
	exports.Help = Help;
	exports.stripColor = stripColor;
}));

// node_modules/commander/lib/option.js
var require_option = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Option = class {
		/**
		* Initialize a new `Option` with the given `flags` and `description`.
		*
		* @param {string} flags
		* @param {string} [description]
		*/
		constructor(flags, description) {
			this.flags = flags;
			this.description = description || "";
			this.required = flags.includes("<");
			this.optional = flags.includes("[");
			this.variadic = /\w\.\.\.[>\]]$/.test(flags);
			this.mandatory = false;
			const optionFlags = splitOptionFlags(flags);
			this.short = optionFlags.shortFlag;
			this.long = optionFlags.longFlag;
			this.negate = false;
			if (this.long) this.negate = this.long.startsWith("--no-");
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.presetArg = void 0;
			this.envVar = void 0;
			this.parseArg = void 0;
			this.hidden = false;
			this.argChoices = void 0;
			this.conflictsWith = [];
			this.implied = void 0;
			this.helpGroupHeading = void 0;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Option}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Preset to use when option used without option-argument, especially optional but also boolean and negated.
		* The custom processing (parseArg) is called.
		*
		* @example
		* new Option('--color').default('GREYSCALE').preset('RGB');
		* new Option('--donate [amount]').preset('20').argParser(parseFloat);
		*
		* @param {*} arg
		* @return {Option}
		*/
		preset(arg) {
			this.presetArg = arg;
			return this;
		}
		/**
		* Add option name(s) that conflict with this option.
		* An error will be displayed if conflicting options are found during parsing.
		*
		* @example
		* new Option('--rgb').conflicts('cmyk');
		* new Option('--js').conflicts(['ts', 'jsx']);
		*
		* @param {(string | string[])} names
		* @return {Option}
		*/
		conflicts(names) {
			this.conflictsWith = this.conflictsWith.concat(names);
			return this;
		}
		/**
		* Specify implied option values for when this option is set and the implied options are not.
		*
		* The custom processing (parseArg) is not called on the implied values.
		*
		* @example
		* program
		*   .addOption(new Option('--log', 'write logging information to file'))
		*   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
		*
		* @param {object} impliedOptionValues
		* @return {Option}
		*/
		implies(impliedOptionValues) {
			let newImplied = impliedOptionValues;
			if (typeof impliedOptionValues === "string") newImplied = { [impliedOptionValues]: true };
			this.implied = Object.assign(this.implied || {}, newImplied);
			return this;
		}
		/**
		* Set environment variable to check for option value.
		*
		* An environment variable is only used if when processed the current option value is
		* undefined, or the source of the current value is 'default' or 'config' or 'env'.
		*
		* @param {string} name
		* @return {Option}
		*/
		env(name) {
			this.envVar = name;
			return this;
		}
		/**
		* Set the custom handler for processing CLI option arguments into option values.
		*
		* @param {Function} [fn]
		* @return {Option}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Whether the option is mandatory and must have a value after parsing.
		*
		* @param {boolean} [mandatory=true]
		* @return {Option}
		*/
		makeOptionMandatory(mandatory = true) {
			this.mandatory = !!mandatory;
			return this;
		}
		/**
		* Hide option in help.
		*
		* @param {boolean} [hide=true]
		* @return {Option}
		*/
		hideHelp(hide = true) {
			this.hidden = !!hide;
			return this;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Only allow option value to be one of choices.
		*
		* @param {string[]} values
		* @return {Option}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Return option name.
		*
		* @return {string}
		*/
		name() {
			if (this.long) return this.long.replace(/^--/, "");
			return this.short.replace(/^-/, "");
		}
		/**
		* Return option name, in a camelcase format that can be used
		* as an object attribute key.
		*
		* @return {string}
		*/
		attributeName() {
			if (this.negate) return camelcase(this.name().replace(/^no-/, ""));
			return camelcase(this.name());
		}
		/**
		* Set the help group heading.
		*
		* @param {string} heading
		* @return {Option}
		*/
		helpGroup(heading) {
			this.helpGroupHeading = heading;
			return this;
		}
		/**
		* Check if `arg` matches the short or long flag.
		*
		* @param {string} arg
		* @return {boolean}
		* @package
		*/
		is(arg) {
			return this.short === arg || this.long === arg;
		}
		/**
		* Return whether a boolean option.
		*
		* Options are one of boolean, negated, required argument, or optional argument.
		*
		* @return {boolean}
		* @package
		*/
		isBoolean() {
			return !this.required && !this.optional && !this.negate;
		}
	};
	/**
	* This class is to make it easier to work with dual options, without changing the existing
	* implementation. We support separate dual options for separate positive and negative options,
	* like `--build` and `--no-build`, which share a single option value. This works nicely for some
	* use cases, but is tricky for others where we want separate behaviours despite
	* the single shared option value.
	*/
	var DualOptions = class {
		/**
		* @param {Option[]} options
		*/
		constructor(options) {
			this.positiveOptions = /* @__PURE__ */ new Map();
			this.negativeOptions = /* @__PURE__ */ new Map();
			this.dualOptions = /* @__PURE__ */ new Set();
			options.forEach((option) => {
				if (option.negate) this.negativeOptions.set(option.attributeName(), option);
				else this.positiveOptions.set(option.attributeName(), option);
			});
			this.negativeOptions.forEach((value, key) => {
				if (this.positiveOptions.has(key)) this.dualOptions.add(key);
			});
		}
		/**
		* Did the value come from the option, and not from possible matching dual option?
		*
		* @param {*} value
		* @param {Option} option
		* @returns {boolean}
		*/
		valueFromOption(value, option) {
			const optionKey = option.attributeName();
			if (!this.dualOptions.has(optionKey)) return true;
			const preset = this.negativeOptions.get(optionKey).presetArg;
			const negativeValue = preset !== void 0 ? preset : false;
			return option.negate === (negativeValue === value);
		}
	};
	/**
	* Convert string from kebab-case to camelCase.
	*
	* @param {string} str
	* @return {string}
	* @private
	*/
	function camelcase(str) {
		return str.split("-").reduce((str, word) => {
			return str + word[0].toUpperCase() + word.slice(1);
		});
	}
	/**
	* Split the short and long flag out of something like '-m,--mixed <value>'
	*
	* @private
	*/
	function splitOptionFlags(flags) {
		let shortFlag;
		let longFlag;
		const shortFlagExp = /^-[^-]$/;
		const longFlagExp = /^--[^-]/;
		const flagParts = flags.split(/[ |,]+/).concat("guard");
		if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
		if (!shortFlag && shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (!shortFlag && longFlagExp.test(flagParts[0])) {
			shortFlag = longFlag;
			longFlag = flagParts.shift();
		}
		if (flagParts[0].startsWith("-")) {
			const unsupportedFlag = flagParts[0];
			const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
			if (/^-[^-][^-]/.test(unsupportedFlag)) throw new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);
			if (shortFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many short flags`);
			if (longFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many long flags`);
			throw new Error(`${baseError}
- unrecognised flag format`);
		}
		if (shortFlag === void 0 && longFlag === void 0) throw new Error(`option creation failed due to no flags found in '${flags}'.`);
		return {
			shortFlag,
			longFlag
		};
	}
	exports.Option = Option;
	exports.DualOptions = DualOptions;
}));

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = /* @__PURE__ */ __commonJSMin(((exports) => {
	const maxDistance = 3;
	function editDistance(a, b) {
		if (Math.abs(a.length - b.length) > maxDistance) return Math.max(a.length, b.length);
		const d = [];
		for (let i = 0; i <= a.length; i++) d[i] = [i];
		for (let j = 0; j <= b.length; j++) d[0][j] = j;
		for (let j = 1; j <= b.length; j++) for (let i = 1; i <= a.length; i++) {
			let cost = 1;
			if (a[i - 1] === b[j - 1]) cost = 0;
			else cost = 1;
			d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
		}
		return d[a.length][b.length];
	}
	/**
	* Find close matches, restricted to same number of edits.
	*
	* @param {string} word
	* @param {string[]} candidates
	* @returns {string}
	*/
	function suggestSimilar(word, candidates) {
		if (!candidates || candidates.length === 0) return "";
		candidates = Array.from(new Set(candidates));
		const searchingOptions = word.startsWith("--");
		if (searchingOptions) {
			word = word.slice(2);
			candidates = candidates.map((candidate) => candidate.slice(2));
		}
		let similar = [];
		let bestDistance = maxDistance;
		const minSimilarity = .4;
		candidates.forEach((candidate) => {
			if (candidate.length <= 1) return;
			const distance = editDistance(word, candidate);
			const length = Math.max(word.length, candidate.length);
			if ((length - distance) / length > minSimilarity) {
				if (distance < bestDistance) {
					bestDistance = distance;
					similar = [candidate];
				} else if (distance === bestDistance) similar.push(candidate);
			}
		});
		similar.sort((a, b) => a.localeCompare(b));
		if (searchingOptions) similar = similar.map((candidate) => `--${candidate}`);
		if (similar.length > 1) return `\n(Did you mean one of ${similar.join(", ")}?)`;
		if (similar.length === 1) return `\n(Did you mean ${similar[0]}?)`;
		return "";
	}
	exports.suggestSimilar = suggestSimilar;
}));

// node_modules/commander/lib/command.js
var require_command = /* @__PURE__ */ __commonJSMin(((exports) => {
	const EventEmitter = __require("node:events").EventEmitter;
	const childProcess = __require("node:child_process");
	const path = __require("node:path");
	const fs = __require("node:fs");
	const process = __require("node:process");
	const { Argument, humanReadableArgName } = require_argument();
	const { CommanderError } = require_error();
	const { Help, stripColor } = require_help();
	const { Option, DualOptions } = require_option();
	const { suggestSimilar } = require_suggestSimilar();
	var Command = class Command extends EventEmitter {
		/**
		* Initialize a new `Command`.
		*
		* @param {string} [name]
		*/
		constructor(name) {
			super();
			/** @type {Command[]} */
			this.commands = [];
			/** @type {Option[]} */
			this.options = [];
			this.parent = null;
			this._allowUnknownOption = false;
			this._allowExcessArguments = false;
			/** @type {Argument[]} */
			this.registeredArguments = [];
			this._args = this.registeredArguments;
			/** @type {string[]} */
			this.args = [];
			this.rawArgs = [];
			this.processedArgs = [];
			this._scriptPath = null;
			this._name = name || "";
			this._optionValues = {};
			this._optionValueSources = {};
			this._storeOptionsAsProperties = false;
			this._actionHandler = null;
			this._executableHandler = false;
			this._executableFile = null;
			this._executableDir = null;
			this._defaultCommandName = null;
			this._exitCallback = null;
			this._aliases = [];
			this._combineFlagAndOptionalValue = true;
			this._description = "";
			this._summary = "";
			this._argsDescription = void 0;
			this._enablePositionalOptions = false;
			this._passThroughOptions = false;
			this._lifeCycleHooks = {};
			/** @type {(boolean | string)} */
			this._showHelpAfterError = false;
			this._showSuggestionAfterError = true;
			this._savedState = null;
			this._outputConfiguration = {
				writeOut: (str) => process.stdout.write(str),
				writeErr: (str) => process.stderr.write(str),
				outputError: (str, write) => write(str),
				getOutHelpWidth: () => process.stdout.isTTY ? process.stdout.columns : void 0,
				getErrHelpWidth: () => process.stderr.isTTY ? process.stderr.columns : void 0,
				getOutHasColors: () => useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
				getErrHasColors: () => useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
				stripColor: (str) => stripColor(str)
			};
			this._hidden = false;
			/** @type {(Option | null | undefined)} */
			this._helpOption = void 0;
			this._addImplicitHelpCommand = void 0;
			/** @type {Command} */
			this._helpCommand = void 0;
			this._helpConfiguration = {};
			/** @type {string | undefined} */
			this._helpGroupHeading = void 0;
			/** @type {string | undefined} */
			this._defaultCommandGroup = void 0;
			/** @type {string | undefined} */
			this._defaultOptionGroup = void 0;
		}
		/**
		* Copy settings that are useful to have in common across root command and subcommands.
		*
		* (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
		*
		* @param {Command} sourceCommand
		* @return {Command} `this` command for chaining
		*/
		copyInheritedSettings(sourceCommand) {
			this._outputConfiguration = sourceCommand._outputConfiguration;
			this._helpOption = sourceCommand._helpOption;
			this._helpCommand = sourceCommand._helpCommand;
			this._helpConfiguration = sourceCommand._helpConfiguration;
			this._exitCallback = sourceCommand._exitCallback;
			this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
			this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
			this._allowExcessArguments = sourceCommand._allowExcessArguments;
			this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
			this._showHelpAfterError = sourceCommand._showHelpAfterError;
			this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
			return this;
		}
		/**
		* @returns {Command[]}
		* @private
		*/
		_getCommandAndAncestors() {
			const result = [];
			for (let command = this; command; command = command.parent) result.push(command);
			return result;
		}
		/**
		* Define a command.
		*
		* There are two styles of command: pay attention to where to put the description.
		*
		* @example
		* // Command implemented using action handler (description is supplied separately to `.command`)
		* program
		*   .command('clone <source> [destination]')
		*   .description('clone a repository into a newly created directory')
		*   .action((source, destination) => {
		*     console.log('clone command called');
		*   });
		*
		* // Command implemented using separate executable file (description is second parameter to `.command`)
		* program
		*   .command('start <service>', 'start named service')
		*   .command('stop [service]', 'stop named service, or all if no name supplied');
		*
		* @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
		* @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
		* @param {object} [execOpts] - configuration options (for executable)
		* @return {Command} returns new command for action handler, or `this` for executable command
		*/
		command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
			let desc = actionOptsOrExecDesc;
			let opts = execOpts;
			if (typeof desc === "object" && desc !== null) {
				opts = desc;
				desc = null;
			}
			opts = opts || {};
			const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
			const cmd = this.createCommand(name);
			if (desc) {
				cmd.description(desc);
				cmd._executableHandler = true;
			}
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			cmd._hidden = !!(opts.noHelp || opts.hidden);
			cmd._executableFile = opts.executableFile || null;
			if (args) cmd.arguments(args);
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd.copyInheritedSettings(this);
			if (desc) return this;
			return cmd;
		}
		/**
		* Factory routine to create a new unattached command.
		*
		* See .command() for creating an attached subcommand, which uses this routine to
		* create the command. You can override createCommand to customise subcommands.
		*
		* @param {string} [name]
		* @return {Command} new command
		*/
		createCommand(name) {
			return new Command(name);
		}
		/**
		* You can customise the help with a subclass of Help by overriding createHelp,
		* or by overriding Help properties using configureHelp().
		*
		* @return {Help}
		*/
		createHelp() {
			return Object.assign(new Help(), this.configureHelp());
		}
		/**
		* You can customise the help by overriding Help properties using configureHelp(),
		* or with a subclass of Help by overriding createHelp().
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureHelp(configuration) {
			if (configuration === void 0) return this._helpConfiguration;
			this._helpConfiguration = configuration;
			return this;
		}
		/**
		* The default output goes to stdout and stderr. You can customise this for special
		* applications. You can also customise the display of errors by overriding outputError.
		*
		* The configuration properties are all functions:
		*
		*     // change how output being written, defaults to stdout and stderr
		*     writeOut(str)
		*     writeErr(str)
		*     // change how output being written for errors, defaults to writeErr
		*     outputError(str, write) // used for displaying errors and not used for displaying help
		*     // specify width for wrapping help
		*     getOutHelpWidth()
		*     getErrHelpWidth()
		*     // color support, currently only used with Help
		*     getOutHasColors()
		*     getErrHasColors()
		*     stripColor() // used to remove ANSI escape codes if output does not have colors
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureOutput(configuration) {
			if (configuration === void 0) return this._outputConfiguration;
			this._outputConfiguration = {
				...this._outputConfiguration,
				...configuration
			};
			return this;
		}
		/**
		* Display the help or a custom message after an error occurs.
		*
		* @param {(boolean|string)} [displayHelp]
		* @return {Command} `this` command for chaining
		*/
		showHelpAfterError(displayHelp = true) {
			if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
			this._showHelpAfterError = displayHelp;
			return this;
		}
		/**
		* Display suggestion of similar commands for unknown commands, or options for unknown options.
		*
		* @param {boolean} [displaySuggestion]
		* @return {Command} `this` command for chaining
		*/
		showSuggestionAfterError(displaySuggestion = true) {
			this._showSuggestionAfterError = !!displaySuggestion;
			return this;
		}
		/**
		* Add a prepared subcommand.
		*
		* See .command() for creating an attached subcommand which inherits settings from its parent.
		*
		* @param {Command} cmd - new subcommand
		* @param {object} [opts] - configuration options
		* @return {Command} `this` command for chaining
		*/
		addCommand(cmd, opts) {
			if (!cmd._name) throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
			opts = opts || {};
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			if (opts.noHelp || opts.hidden) cmd._hidden = true;
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd._checkForBrokenPassThrough();
			return this;
		}
		/**
		* Factory routine to create a new unattached argument.
		*
		* See .argument() for creating an attached argument, which uses this routine to
		* create the argument. You can override createArgument to return a custom argument.
		*
		* @param {string} name
		* @param {string} [description]
		* @return {Argument} new argument
		*/
		createArgument(name, description) {
			return new Argument(name, description);
		}
		/**
		* Define argument syntax for command.
		*
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @example
		* program.argument('<input-file>');
		* program.argument('[output-file]');
		*
		* @param {string} name
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom argument processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		argument(name, description, parseArg, defaultValue) {
			const argument = this.createArgument(name, description);
			if (typeof parseArg === "function") argument.default(defaultValue).argParser(parseArg);
			else argument.default(parseArg);
			this.addArgument(argument);
			return this;
		}
		/**
		* Define argument syntax for command, adding multiple at once (without descriptions).
		*
		* See also .argument().
		*
		* @example
		* program.arguments('<cmd> [env]');
		*
		* @param {string} names
		* @return {Command} `this` command for chaining
		*/
		arguments(names) {
			names.trim().split(/ +/).forEach((detail) => {
				this.argument(detail);
			});
			return this;
		}
		/**
		* Define argument syntax for command, adding a prepared argument.
		*
		* @param {Argument} argument
		* @return {Command} `this` command for chaining
		*/
		addArgument(argument) {
			const previousArgument = this.registeredArguments.slice(-1)[0];
			if (previousArgument?.variadic) throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);
			if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);
			this.registeredArguments.push(argument);
			return this;
		}
		/**
		* Customise or override default help command. By default a help command is automatically added if your command has subcommands.
		*
		* @example
		*    program.helpCommand('help [cmd]');
		*    program.helpCommand('help [cmd]', 'show help');
		*    program.helpCommand(false); // suppress default help command
		*    program.helpCommand(true); // add help command even if no subcommands
		*
		* @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
		* @param {string} [description] - custom description
		* @return {Command} `this` command for chaining
		*/
		helpCommand(enableOrNameAndArgs, description) {
			if (typeof enableOrNameAndArgs === "boolean") {
				this._addImplicitHelpCommand = enableOrNameAndArgs;
				if (enableOrNameAndArgs && this._defaultCommandGroup) this._initCommandGroup(this._getHelpCommand());
				return this;
			}
			const [, helpName, helpArgs] = (enableOrNameAndArgs ?? "help [command]").match(/([^ ]+) *(.*)/);
			const helpDescription = description ?? "display help for command";
			const helpCommand = this.createCommand(helpName);
			helpCommand.helpOption(false);
			if (helpArgs) helpCommand.arguments(helpArgs);
			if (helpDescription) helpCommand.description(helpDescription);
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Add prepared custom help command.
		*
		* @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
		* @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
		* @return {Command} `this` command for chaining
		*/
		addHelpCommand(helpCommand, deprecatedDescription) {
			if (typeof helpCommand !== "object") {
				this.helpCommand(helpCommand, deprecatedDescription);
				return this;
			}
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Lazy create help command.
		*
		* @return {(Command|null)}
		* @package
		*/
		_getHelpCommand() {
			if (this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"))) {
				if (this._helpCommand === void 0) this.helpCommand(void 0, void 0);
				return this._helpCommand;
			}
			return null;
		}
		/**
		* Add hook for life cycle event.
		*
		* @param {string} event
		* @param {Function} listener
		* @return {Command} `this` command for chaining
		*/
		hook(event, listener) {
			const allowedValues = [
				"preSubcommand",
				"preAction",
				"postAction"
			];
			if (!allowedValues.includes(event)) throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
			if (this._lifeCycleHooks[event]) this._lifeCycleHooks[event].push(listener);
			else this._lifeCycleHooks[event] = [listener];
			return this;
		}
		/**
		* Register callback to use as replacement for calling process.exit.
		*
		* @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
		* @return {Command} `this` command for chaining
		*/
		exitOverride(fn) {
			if (fn) this._exitCallback = fn;
			else this._exitCallback = (err) => {
				if (err.code !== "commander.executeSubCommandAsync") throw err;
			};
			return this;
		}
		/**
		* Call process.exit, and _exitCallback if defined.
		*
		* @param {number} exitCode exit code for using with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		* @return never
		* @private
		*/
		_exit(exitCode, code, message) {
			if (this._exitCallback) this._exitCallback(new CommanderError(exitCode, code, message));
			process.exit(exitCode);
		}
		/**
		* Register callback `fn` for the command.
		*
		* @example
		* program
		*   .command('serve')
		*   .description('start service')
		*   .action(function() {
		*      // do work here
		*   });
		*
		* @param {Function} fn
		* @return {Command} `this` command for chaining
		*/
		action(fn) {
			const listener = (args) => {
				const expectedArgsCount = this.registeredArguments.length;
				const actionArgs = args.slice(0, expectedArgsCount);
				if (this._storeOptionsAsProperties) actionArgs[expectedArgsCount] = this;
				else actionArgs[expectedArgsCount] = this.opts();
				actionArgs.push(this);
				return fn.apply(this, actionArgs);
			};
			this._actionHandler = listener;
			return this;
		}
		/**
		* Factory routine to create a new unattached option.
		*
		* See .option() for creating an attached option, which uses this routine to
		* create the option. You can override createOption to return a custom option.
		*
		* @param {string} flags
		* @param {string} [description]
		* @return {Option} new option
		*/
		createOption(flags, description) {
			return new Option(flags, description);
		}
		/**
		* Wrap parseArgs to catch 'commander.invalidArgument'.
		*
		* @param {(Option | Argument)} target
		* @param {string} value
		* @param {*} previous
		* @param {string} invalidArgumentMessage
		* @private
		*/
		_callParseArg(target, value, previous, invalidArgumentMessage) {
			try {
				return target.parseArg(value, previous);
			} catch (err) {
				if (err.code === "commander.invalidArgument") {
					const message = `${invalidArgumentMessage} ${err.message}`;
					this.error(message, {
						exitCode: err.exitCode,
						code: err.code
					});
				}
				throw err;
			}
		}
		/**
		* Check for option flag conflicts.
		* Register option if no conflicts found, or throw on conflict.
		*
		* @param {Option} option
		* @private
		*/
		_registerOption(option) {
			const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
			if (matchingOption) {
				const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
				throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
			}
			this._initOptionGroup(option);
			this.options.push(option);
		}
		/**
		* Check for command name and alias conflicts with existing commands.
		* Register command if no conflicts found, or throw on conflict.
		*
		* @param {Command} command
		* @private
		*/
		_registerCommand(command) {
			const knownBy = (cmd) => {
				return [cmd.name()].concat(cmd.aliases());
			};
			const alreadyUsed = knownBy(command).find((name) => this._findCommand(name));
			if (alreadyUsed) {
				const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
				const newCmd = knownBy(command).join("|");
				throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`);
			}
			this._initCommandGroup(command);
			this.commands.push(command);
		}
		/**
		* Add an option.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addOption(option) {
			this._registerOption(option);
			const oname = option.name();
			const name = option.attributeName();
			if (option.negate) {
				const positiveLongFlag = option.long.replace(/^--no-/, "--");
				if (!this._findOption(positiveLongFlag)) this.setOptionValueWithSource(name, option.defaultValue === void 0 ? true : option.defaultValue, "default");
			} else if (option.defaultValue !== void 0) this.setOptionValueWithSource(name, option.defaultValue, "default");
			const handleOptionValue = (val, invalidValueMessage, valueSource) => {
				if (val == null && option.presetArg !== void 0) val = option.presetArg;
				const oldValue = this.getOptionValue(name);
				if (val !== null && option.parseArg) val = this._callParseArg(option, val, oldValue, invalidValueMessage);
				else if (val !== null && option.variadic) val = option._collectValue(val, oldValue);
				if (val == null) {
					if (option.negate) val = false;
					else if (option.isBoolean() || option.optional) val = true;
					else val = "";
				}
				this.setOptionValueWithSource(name, val, valueSource);
			};
			this.on("option:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "cli");
			});
			if (option.envVar) this.on("optionEnv:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "env");
			});
			return this;
		}
		/**
		* Internal implementation shared by .option() and .requiredOption()
		*
		* @return {Command} `this` command for chaining
		* @private
		*/
		_optionEx(config, flags, description, fn, defaultValue) {
			if (typeof flags === "object" && flags instanceof Option) throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");
			const option = this.createOption(flags, description);
			option.makeOptionMandatory(!!config.mandatory);
			if (typeof fn === "function") option.default(defaultValue).argParser(fn);
			else if (fn instanceof RegExp) {
				const regex = fn;
				fn = (val, def) => {
					const m = regex.exec(val);
					return m ? m[0] : def;
				};
				option.default(defaultValue).argParser(fn);
			} else option.default(fn);
			return this.addOption(option);
		}
		/**
		* Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
		* option-argument is indicated by `<>` and an optional option-argument by `[]`.
		*
		* See the README for more details, and see also addOption() and requiredOption().
		*
		* @example
		* program
		*     .option('-p, --pepper', 'add pepper')
		*     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
		*     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
		*     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		option(flags, description, parseArg, defaultValue) {
			return this._optionEx({}, flags, description, parseArg, defaultValue);
		}
		/**
		* Add a required option which must have a value after parsing. This usually means
		* the option must be specified on the command line. (Otherwise the same as .option().)
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		requiredOption(flags, description, parseArg, defaultValue) {
			return this._optionEx({ mandatory: true }, flags, description, parseArg, defaultValue);
		}
		/**
		* Alter parsing of short flags with optional values.
		*
		* @example
		* // for `.option('-f,--flag [value]'):
		* program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
		* program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
		*
		* @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
		* @return {Command} `this` command for chaining
		*/
		combineFlagAndOptionalValue(combine = true) {
			this._combineFlagAndOptionalValue = !!combine;
			return this;
		}
		/**
		* Allow unknown options on the command line.
		*
		* @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
		* @return {Command} `this` command for chaining
		*/
		allowUnknownOption(allowUnknown = true) {
			this._allowUnknownOption = !!allowUnknown;
			return this;
		}
		/**
		* Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
		*
		* @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
		* @return {Command} `this` command for chaining
		*/
		allowExcessArguments(allowExcess = true) {
			this._allowExcessArguments = !!allowExcess;
			return this;
		}
		/**
		* Enable positional options. Positional means global options are specified before subcommands which lets
		* subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
		* The default behaviour is non-positional and global options may appear anywhere on the command line.
		*
		* @param {boolean} [positional]
		* @return {Command} `this` command for chaining
		*/
		enablePositionalOptions(positional = true) {
			this._enablePositionalOptions = !!positional;
			return this;
		}
		/**
		* Pass through options that come after command-arguments rather than treat them as command-options,
		* so actual command-options come before command-arguments. Turning this on for a subcommand requires
		* positional options to have been enabled on the program (parent commands).
		* The default behaviour is non-positional and options may appear before or after command-arguments.
		*
		* @param {boolean} [passThrough] for unknown options.
		* @return {Command} `this` command for chaining
		*/
		passThroughOptions(passThrough = true) {
			this._passThroughOptions = !!passThrough;
			this._checkForBrokenPassThrough();
			return this;
		}
		/**
		* @private
		*/
		_checkForBrokenPassThrough() {
			if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`);
		}
		/**
		* Whether to store option values as properties on command object,
		* or store separately (specify false). In both cases the option values can be accessed using .opts().
		*
		* @param {boolean} [storeAsProperties=true]
		* @return {Command} `this` command for chaining
		*/
		storeOptionsAsProperties(storeAsProperties = true) {
			if (this.options.length) throw new Error("call .storeOptionsAsProperties() before adding options");
			if (Object.keys(this._optionValues).length) throw new Error("call .storeOptionsAsProperties() before setting option values");
			this._storeOptionsAsProperties = !!storeAsProperties;
			return this;
		}
		/**
		* Retrieve option value.
		*
		* @param {string} key
		* @return {object} value
		*/
		getOptionValue(key) {
			if (this._storeOptionsAsProperties) return this[key];
			return this._optionValues[key];
		}
		/**
		* Store option value.
		*
		* @param {string} key
		* @param {object} value
		* @return {Command} `this` command for chaining
		*/
		setOptionValue(key, value) {
			return this.setOptionValueWithSource(key, value, void 0);
		}
		/**
		* Store option value and where the value came from.
		*
		* @param {string} key
		* @param {object} value
		* @param {string} source - expected values are default/config/env/cli/implied
		* @return {Command} `this` command for chaining
		*/
		setOptionValueWithSource(key, value, source) {
			if (this._storeOptionsAsProperties) this[key] = value;
			else this._optionValues[key] = value;
			this._optionValueSources[key] = source;
			return this;
		}
		/**
		* Get source of option value.
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSource(key) {
			return this._optionValueSources[key];
		}
		/**
		* Get source of option value. See also .optsWithGlobals().
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSourceWithGlobals(key) {
			let source;
			this._getCommandAndAncestors().forEach((cmd) => {
				if (cmd.getOptionValueSource(key) !== void 0) source = cmd.getOptionValueSource(key);
			});
			return source;
		}
		/**
		* Get user arguments from implied or explicit arguments.
		* Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
		*
		* @private
		*/
		_prepareUserArgs(argv, parseOptions) {
			if (argv !== void 0 && !Array.isArray(argv)) throw new Error("first parameter to parse must be array or undefined");
			parseOptions = parseOptions || {};
			if (argv === void 0 && parseOptions.from === void 0) {
				if (process.versions?.electron) parseOptions.from = "electron";
				const execArgv = process.execArgv ?? [];
				if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) parseOptions.from = "eval";
			}
			if (argv === void 0) argv = process.argv;
			this.rawArgs = argv.slice();
			let userArgs;
			switch (parseOptions.from) {
				case void 0:
				case "node":
					this._scriptPath = argv[1];
					userArgs = argv.slice(2);
					break;
				case "electron":
					if (process.defaultApp) {
						this._scriptPath = argv[1];
						userArgs = argv.slice(2);
					} else userArgs = argv.slice(1);
					break;
				case "user":
					userArgs = argv.slice(0);
					break;
				case "eval":
					userArgs = argv.slice(1);
					break;
				default: throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`);
			}
			if (!this._name && this._scriptPath) this.nameFromFilename(this._scriptPath);
			this._name = this._name || "program";
			return userArgs;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Use parseAsync instead of parse if any of your action handlers are async.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* program.parse(); // parse process.argv and auto-detect electron and special node flags
		* program.parse(process.argv); // assume argv[0] is app and argv[1] is script
		* program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv] - optional, defaults to process.argv
		* @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
		* @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
		* @return {Command} `this` command for chaining
		*/
		parse(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			this._parseCommand([], userArgs);
			return this;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
		* await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
		* await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv]
		* @param {object} [parseOptions]
		* @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
		* @return {Promise}
		*/
		async parseAsync(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			await this._parseCommand([], userArgs);
			return this;
		}
		_prepareForParse() {
			if (this._savedState === null) this.saveStateBeforeParse();
			else this.restoreStateBeforeParse();
		}
		/**
		* Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state saved.
		*/
		saveStateBeforeParse() {
			this._savedState = {
				_name: this._name,
				_optionValues: { ...this._optionValues },
				_optionValueSources: { ...this._optionValueSources }
			};
		}
		/**
		* Restore state before parse for calls after the first.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state restored.
		*/
		restoreStateBeforeParse() {
			if (this._storeOptionsAsProperties) throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
			this._name = this._savedState._name;
			this._scriptPath = null;
			this.rawArgs = [];
			this._optionValues = { ...this._savedState._optionValues };
			this._optionValueSources = { ...this._savedState._optionValueSources };
			this.args = [];
			this.processedArgs = [];
		}
		/**
		* Throw if expected executable is missing. Add lots of help for author.
		*
		* @param {string} executableFile
		* @param {string} executableDir
		* @param {string} subcommandName
		*/
		_checkForMissingExecutable(executableFile, executableDir, subcommandName) {
			if (fs.existsSync(executableFile)) return;
			const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory"}`;
			throw new Error(executableMissing);
		}
		/**
		* Execute a sub-command executable.
		*
		* @private
		*/
		_executeSubCommand(subcommand, args) {
			args = args.slice();
			let launchWithNode = false;
			const sourceExt = [
				".js",
				".ts",
				".tsx",
				".mjs",
				".cjs"
			];
			function findFile(baseDir, baseName) {
				const localBin = path.resolve(baseDir, baseName);
				if (fs.existsSync(localBin)) return localBin;
				if (sourceExt.includes(path.extname(baseName))) return void 0;
				const foundExt = sourceExt.find((ext) => fs.existsSync(`${localBin}${ext}`));
				if (foundExt) return `${localBin}${foundExt}`;
			}
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
			let executableDir = this._executableDir || "";
			if (this._scriptPath) {
				let resolvedScriptPath;
				try {
					resolvedScriptPath = fs.realpathSync(this._scriptPath);
				} catch {
					resolvedScriptPath = this._scriptPath;
				}
				executableDir = path.resolve(path.dirname(resolvedScriptPath), executableDir);
			}
			if (executableDir) {
				let localFile = findFile(executableDir, executableFile);
				if (!localFile && !subcommand._executableFile && this._scriptPath) {
					const legacyName = path.basename(this._scriptPath, path.extname(this._scriptPath));
					if (legacyName !== this._name) localFile = findFile(executableDir, `${legacyName}-${subcommand._name}`);
				}
				executableFile = localFile || executableFile;
			}
			launchWithNode = sourceExt.includes(path.extname(executableFile));
			let proc;
			if (process.platform !== "win32") {
				if (launchWithNode) {
					args.unshift(executableFile);
					args = incrementNodeInspectorPort(process.execArgv).concat(args);
					proc = childProcess.spawn(process.argv[0], args, { stdio: "inherit" });
				} else proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
			} else {
				this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process.execArgv).concat(args);
				proc = childProcess.spawn(process.execPath, args, { stdio: "inherit" });
			}
			if (!proc.killed) [
				"SIGUSR1",
				"SIGUSR2",
				"SIGTERM",
				"SIGINT",
				"SIGHUP"
			].forEach((signal) => {
				process.on(signal, () => {
					if (proc.killed === false && proc.exitCode === null) proc.kill(signal);
				});
			});
			const exitCallback = this._exitCallback;
			proc.on("close", (code) => {
				code = code ?? 1;
				if (!exitCallback) process.exit(code);
				else exitCallback(new CommanderError(code, "commander.executeSubCommandAsync", "(close)"));
			});
			proc.on("error", (err) => {
				if (err.code === "ENOENT") this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				else if (err.code === "EACCES") throw new Error(`'${executableFile}' not executable`);
				if (!exitCallback) process.exit(1);
				else {
					const wrappedError = new CommanderError(1, "commander.executeSubCommandAsync", "(error)");
					wrappedError.nestedError = err;
					exitCallback(wrappedError);
				}
			});
			this.runningCommand = proc;
		}
		/**
		* @private
		*/
		_dispatchSubcommand(commandName, operands, unknown) {
			const subCommand = this._findCommand(commandName);
			if (!subCommand) this.help({ error: true });
			subCommand._prepareForParse();
			let promiseChain;
			promiseChain = this._chainOrCallSubCommandHook(promiseChain, subCommand, "preSubcommand");
			promiseChain = this._chainOrCall(promiseChain, () => {
				if (subCommand._executableHandler) this._executeSubCommand(subCommand, operands.concat(unknown));
				else return subCommand._parseCommand(operands, unknown);
			});
			return promiseChain;
		}
		/**
		* Invoke help directly if possible, or dispatch if necessary.
		* e.g. help foo
		*
		* @private
		*/
		_dispatchHelpCommand(subcommandName) {
			if (!subcommandName) this.help();
			const subCommand = this._findCommand(subcommandName);
			if (subCommand && !subCommand._executableHandler) subCommand.help();
			return this._dispatchSubcommand(subcommandName, [], [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]);
		}
		/**
		* Check this.args against expected this.registeredArguments.
		*
		* @private
		*/
		_checkNumberOfArguments() {
			this.registeredArguments.forEach((arg, i) => {
				if (arg.required && this.args[i] == null) this.missingArgument(arg.name());
			});
			if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) return;
			if (this.args.length > this.registeredArguments.length) this._excessArguments(this.args);
		}
		/**
		* Process this.args using this.registeredArguments and save as this.processedArgs!
		*
		* @private
		*/
		_processArguments() {
			const myParseArg = (argument, value, previous) => {
				let parsedValue = value;
				if (value !== null && argument.parseArg) {
					const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
					parsedValue = this._callParseArg(argument, value, previous, invalidValueMessage);
				}
				return parsedValue;
			};
			this._checkNumberOfArguments();
			const processedArgs = [];
			this.registeredArguments.forEach((declaredArg, index) => {
				let value = declaredArg.defaultValue;
				if (declaredArg.variadic) {
					if (index < this.args.length) {
						value = this.args.slice(index);
						if (declaredArg.parseArg) value = value.reduce((processed, v) => {
							return myParseArg(declaredArg, v, processed);
						}, declaredArg.defaultValue);
					} else if (value === void 0) value = [];
				} else if (index < this.args.length) {
					value = this.args[index];
					if (declaredArg.parseArg) value = myParseArg(declaredArg, value, declaredArg.defaultValue);
				}
				processedArgs[index] = value;
			});
			this.processedArgs = processedArgs;
		}
		/**
		* Once we have a promise we chain, but call synchronously until then.
		*
		* @param {(Promise|undefined)} promise
		* @param {Function} fn
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCall(promise, fn) {
			if (promise?.then && typeof promise.then === "function") return promise.then(() => fn());
			return fn();
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallHooks(promise, event) {
			let result = promise;
			const hooks = [];
			this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
				hookedCommand._lifeCycleHooks[event].forEach((callback) => {
					hooks.push({
						hookedCommand,
						callback
					});
				});
			});
			if (event === "postAction") hooks.reverse();
			hooks.forEach((hookDetail) => {
				result = this._chainOrCall(result, () => {
					return hookDetail.callback(hookDetail.hookedCommand, this);
				});
			});
			return result;
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {Command} subCommand
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallSubCommandHook(promise, subCommand, event) {
			let result = promise;
			if (this._lifeCycleHooks[event] !== void 0) this._lifeCycleHooks[event].forEach((hook) => {
				result = this._chainOrCall(result, () => {
					return hook(this, subCommand);
				});
			});
			return result;
		}
		/**
		* Process arguments in context of this command.
		* Returns action result, in case it is a promise.
		*
		* @private
		*/
		_parseCommand(operands, unknown) {
			const parsed = this.parseOptions(unknown);
			this._parseOptionsEnv();
			this._parseOptionsImplied();
			operands = operands.concat(parsed.operands);
			unknown = parsed.unknown;
			this.args = operands.concat(unknown);
			if (operands && this._findCommand(operands[0])) return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
			if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) return this._dispatchHelpCommand(operands[1]);
			if (this._defaultCommandName) {
				this._outputHelpIfRequested(unknown);
				return this._dispatchSubcommand(this._defaultCommandName, operands, unknown);
			}
			if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) this.help({ error: true });
			this._outputHelpIfRequested(parsed.unknown);
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			const checkForUnknownOptions = () => {
				if (parsed.unknown.length > 0) this.unknownOption(parsed.unknown[0]);
			};
			const commandEvent = `command:${this.name()}`;
			if (this._actionHandler) {
				checkForUnknownOptions();
				this._processArguments();
				let promiseChain;
				promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
				promiseChain = this._chainOrCall(promiseChain, () => this._actionHandler(this.processedArgs));
				if (this.parent) promiseChain = this._chainOrCall(promiseChain, () => {
					this.parent.emit(commandEvent, operands, unknown);
				});
				promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
				return promiseChain;
			}
			if (this.parent?.listenerCount(commandEvent)) {
				checkForUnknownOptions();
				this._processArguments();
				this.parent.emit(commandEvent, operands, unknown);
			} else if (operands.length) {
				if (this._findCommand("*")) return this._dispatchSubcommand("*", operands, unknown);
				if (this.listenerCount("command:*")) this.emit("command:*", operands, unknown);
				else if (this.commands.length) this.unknownCommand();
				else {
					checkForUnknownOptions();
					this._processArguments();
				}
			} else if (this.commands.length) {
				checkForUnknownOptions();
				this.help({ error: true });
			} else {
				checkForUnknownOptions();
				this._processArguments();
			}
		}
		/**
		* Find matching command.
		*
		* @private
		* @return {Command | undefined}
		*/
		_findCommand(name) {
			if (!name) return void 0;
			return this.commands.find((cmd) => cmd._name === name || cmd._aliases.includes(name));
		}
		/**
		* Return an option matching `arg` if any.
		*
		* @param {string} arg
		* @return {Option}
		* @package
		*/
		_findOption(arg) {
			return this.options.find((option) => option.is(arg));
		}
		/**
		* Display an error message if a mandatory option does not have a value.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForMissingMandatoryOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd.options.forEach((anOption) => {
					if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) cmd.missingMandatoryOptionValue(anOption);
				});
			});
		}
		/**
		* Display an error message if conflicting options are used together in this.
		*
		* @private
		*/
		_checkForConflictingLocalOptions() {
			const definedNonDefaultOptions = this.options.filter((option) => {
				const optionKey = option.attributeName();
				if (this.getOptionValue(optionKey) === void 0) return false;
				return this.getOptionValueSource(optionKey) !== "default";
			});
			definedNonDefaultOptions.filter((option) => option.conflictsWith.length > 0).forEach((option) => {
				const conflictingAndDefined = definedNonDefaultOptions.find((defined) => option.conflictsWith.includes(defined.attributeName()));
				if (conflictingAndDefined) this._conflictingOption(option, conflictingAndDefined);
			});
		}
		/**
		* Display an error message if conflicting options are used together.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForConflictingOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd._checkForConflictingLocalOptions();
			});
		}
		/**
		* Parse options from `argv` removing known options,
		* and return argv split into operands and unknown arguments.
		*
		* Side effects: modifies command by storing options. Does not reset state if called again.
		*
		* Examples:
		*
		*     argv => operands, unknown
		*     --known kkk op => [op], []
		*     op --known kkk => [op], []
		*     sub --unknown uuu op => [sub], [--unknown uuu op]
		*     sub -- --unknown uuu op => [sub --unknown uuu op], []
		*
		* @param {string[]} args
		* @return {{operands: string[], unknown: string[]}}
		*/
		parseOptions(args) {
			const operands = [];
			const unknown = [];
			let dest = operands;
			function maybeOption(arg) {
				return arg.length > 1 && arg[0] === "-";
			}
			const negativeNumberArg = (arg) => {
				if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
				return !this._getCommandAndAncestors().some((cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short)));
			};
			let activeVariadicOption = null;
			let activeGroup = null;
			let i = 0;
			while (i < args.length || activeGroup) {
				const arg = activeGroup ?? args[i++];
				activeGroup = null;
				if (arg === "--") {
					if (dest === unknown) dest.push(arg);
					dest.push(...args.slice(i));
					break;
				}
				if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
					this.emit(`option:${activeVariadicOption.name()}`, arg);
					continue;
				}
				activeVariadicOption = null;
				if (maybeOption(arg)) {
					const option = this._findOption(arg);
					if (option) {
						if (option.required) {
							const value = args[i++];
							if (value === void 0) this.optionMissingArgument(option);
							this.emit(`option:${option.name()}`, value);
						} else if (option.optional) {
							let value = null;
							if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) value = args[i++];
							this.emit(`option:${option.name()}`, value);
						} else this.emit(`option:${option.name()}`);
						activeVariadicOption = option.variadic ? option : null;
						continue;
					}
				}
				if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
					const option = this._findOption(`-${arg[1]}`);
					if (option) {
						if (option.required || option.optional && this._combineFlagAndOptionalValue) this.emit(`option:${option.name()}`, arg.slice(2));
						else {
							this.emit(`option:${option.name()}`);
							activeGroup = `-${arg.slice(2)}`;
						}
						continue;
					}
				}
				if (/^--[^=]+=/.test(arg)) {
					const index = arg.indexOf("=");
					const option = this._findOption(arg.slice(0, index));
					if (option && (option.required || option.optional)) {
						this.emit(`option:${option.name()}`, arg.slice(index + 1));
						continue;
					}
				}
				if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) dest = unknown;
				if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
					if (this._findCommand(arg)) {
						operands.push(arg);
						unknown.push(...args.slice(i));
						break;
					} else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
						operands.push(arg, ...args.slice(i));
						break;
					} else if (this._defaultCommandName) {
						unknown.push(arg, ...args.slice(i));
						break;
					}
				}
				if (this._passThroughOptions) {
					dest.push(arg, ...args.slice(i));
					break;
				}
				dest.push(arg);
			}
			return {
				operands,
				unknown
			};
		}
		/**
		* Return an object containing local option values as key-value pairs.
		*
		* @return {object}
		*/
		opts() {
			if (this._storeOptionsAsProperties) {
				const result = {};
				const len = this.options.length;
				for (let i = 0; i < len; i++) {
					const key = this.options[i].attributeName();
					result[key] = key === this._versionOptionName ? this._version : this[key];
				}
				return result;
			}
			return this._optionValues;
		}
		/**
		* Return an object containing merged local and global option values as key-value pairs.
		*
		* @return {object}
		*/
		optsWithGlobals() {
			return this._getCommandAndAncestors().reduce((combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()), {});
		}
		/**
		* Display error message and exit (or call exitOverride).
		*
		* @param {string} message
		* @param {object} [errorOptions]
		* @param {string} [errorOptions.code] - an id string representing the error
		* @param {number} [errorOptions.exitCode] - used with process.exit
		*/
		error(message, errorOptions) {
			this._outputConfiguration.outputError(`${message}\n`, this._outputConfiguration.writeErr);
			if (typeof this._showHelpAfterError === "string") this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
			else if (this._showHelpAfterError) {
				this._outputConfiguration.writeErr("\n");
				this.outputHelp({ error: true });
			}
			const config = errorOptions || {};
			const exitCode = config.exitCode || 1;
			const code = config.code || "commander.error";
			this._exit(exitCode, code, message);
		}
		/**
		* Apply any option related environment variables, if option does
		* not have a value from cli or client code.
		*
		* @private
		*/
		_parseOptionsEnv() {
			this.options.forEach((option) => {
				if (option.envVar && option.envVar in process.env) {
					const optionKey = option.attributeName();
					if (this.getOptionValue(optionKey) === void 0 || [
						"default",
						"config",
						"env"
					].includes(this.getOptionValueSource(optionKey))) {
						if (option.required || option.optional) this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
						else this.emit(`optionEnv:${option.name()}`);
					}
				}
			});
		}
		/**
		* Apply any implied option values, if option is undefined or default value.
		*
		* @private
		*/
		_parseOptionsImplied() {
			const dualHelper = new DualOptions(this.options);
			const hasCustomOptionValue = (optionKey) => {
				return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
			};
			this.options.filter((option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(this.getOptionValue(option.attributeName()), option)).forEach((option) => {
				Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
					this.setOptionValueWithSource(impliedKey, option.implied[impliedKey], "implied");
				});
			});
		}
		/**
		* Argument `name` is missing.
		*
		* @param {string} name
		* @private
		*/
		missingArgument(name) {
			const message = `error: missing required argument '${name}'`;
			this.error(message, { code: "commander.missingArgument" });
		}
		/**
		* `Option` is missing an argument.
		*
		* @param {Option} option
		* @private
		*/
		optionMissingArgument(option) {
			const message = `error: option '${option.flags}' argument missing`;
			this.error(message, { code: "commander.optionMissingArgument" });
		}
		/**
		* `Option` does not have a value, and is a mandatory option.
		*
		* @param {Option} option
		* @private
		*/
		missingMandatoryOptionValue(option) {
			const message = `error: required option '${option.flags}' not specified`;
			this.error(message, { code: "commander.missingMandatoryOptionValue" });
		}
		/**
		* `Option` conflicts with another option.
		*
		* @param {Option} option
		* @param {Option} conflictingOption
		* @private
		*/
		_conflictingOption(option, conflictingOption) {
			const findBestOptionFromValue = (option) => {
				const optionKey = option.attributeName();
				const optionValue = this.getOptionValue(optionKey);
				const negativeOption = this.options.find((target) => target.negate && optionKey === target.attributeName());
				const positiveOption = this.options.find((target) => !target.negate && optionKey === target.attributeName());
				if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) return negativeOption;
				return positiveOption || option;
			};
			const getErrorMessage = (option) => {
				const bestOption = findBestOptionFromValue(option);
				const optionKey = bestOption.attributeName();
				if (this.getOptionValueSource(optionKey) === "env") return `environment variable '${bestOption.envVar}'`;
				return `option '${bestOption.flags}'`;
			};
			const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
			this.error(message, { code: "commander.conflictingOption" });
		}
		/**
		* Unknown option `flag`.
		*
		* @param {string} flag
		* @private
		*/
		unknownOption(flag) {
			if (this._allowUnknownOption) return;
			let suggestion = "";
			if (flag.startsWith("--") && this._showSuggestionAfterError) {
				let candidateFlags = [];
				let command = this;
				do {
					const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
					candidateFlags = candidateFlags.concat(moreFlags);
					command = command.parent;
				} while (command && !command._enablePositionalOptions);
				suggestion = suggestSimilar(flag, candidateFlags);
			}
			const message = `error: unknown option '${flag}'${suggestion}`;
			this.error(message, { code: "commander.unknownOption" });
		}
		/**
		* Excess arguments, more than expected.
		*
		* @param {string[]} receivedArgs
		* @private
		*/
		_excessArguments(receivedArgs) {
			if (this._allowExcessArguments) return;
			const expected = this.registeredArguments.length;
			const s = expected === 1 ? "" : "s";
			const message = `error: too many arguments${this.parent ? ` for '${this.name()}'` : ""}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
			this.error(message, { code: "commander.excessArguments" });
		}
		/**
		* Unknown command.
		*
		* @private
		*/
		unknownCommand() {
			const unknownName = this.args[0];
			let suggestion = "";
			if (this._showSuggestionAfterError) {
				const candidateNames = [];
				this.createHelp().visibleCommands(this).forEach((command) => {
					candidateNames.push(command.name());
					if (command.alias()) candidateNames.push(command.alias());
				});
				suggestion = suggestSimilar(unknownName, candidateNames);
			}
			const message = `error: unknown command '${unknownName}'${suggestion}`;
			this.error(message, { code: "commander.unknownCommand" });
		}
		/**
		* Get or set the program version.
		*
		* This method auto-registers the "-V, --version" option which will print the version number.
		*
		* You can optionally supply the flags and description to override the defaults.
		*
		* @param {string} [str]
		* @param {string} [flags]
		* @param {string} [description]
		* @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
		*/
		version(str, flags, description) {
			if (str === void 0) return this._version;
			this._version = str;
			flags = flags || "-V, --version";
			description = description || "output the version number";
			const versionOption = this.createOption(flags, description);
			this._versionOptionName = versionOption.attributeName();
			this._registerOption(versionOption);
			this.on("option:" + versionOption.name(), () => {
				this._outputConfiguration.writeOut(`${str}\n`);
				this._exit(0, "commander.version", str);
			});
			return this;
		}
		/**
		* Set the description.
		*
		* @param {string} [str]
		* @param {object} [argsDescription]
		* @return {(string|Command)}
		*/
		description(str, argsDescription) {
			if (str === void 0 && argsDescription === void 0) return this._description;
			this._description = str;
			if (argsDescription) this._argsDescription = argsDescription;
			return this;
		}
		/**
		* Set the summary. Used when listed as subcommand of parent.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		summary(str) {
			if (str === void 0) return this._summary;
			this._summary = str;
			return this;
		}
		/**
		* Set an alias for the command.
		*
		* You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
		*
		* @param {string} [alias]
		* @return {(string|Command)}
		*/
		alias(alias) {
			if (alias === void 0) return this._aliases[0];
			/** @type {Command} */
			let command = this;
			if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) command = this.commands[this.commands.length - 1];
			if (alias === command._name) throw new Error("Command alias can't be the same as its name");
			const matchingCommand = this.parent?._findCommand(alias);
			if (matchingCommand) {
				const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
				throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`);
			}
			command._aliases.push(alias);
			return this;
		}
		/**
		* Set aliases for the command.
		*
		* Only the first alias is shown in the auto-generated help.
		*
		* @param {string[]} [aliases]
		* @return {(string[]|Command)}
		*/
		aliases(aliases) {
			if (aliases === void 0) return this._aliases;
			aliases.forEach((alias) => this.alias(alias));
			return this;
		}
		/**
		* Set / get the command usage `str`.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		usage(str) {
			if (str === void 0) {
				if (this._usage) return this._usage;
				const args = this.registeredArguments.map((arg) => {
					return humanReadableArgName(arg);
				});
				return [].concat(this.options.length || this._helpOption !== null ? "[options]" : [], this.commands.length ? "[command]" : [], this.registeredArguments.length ? args : []).join(" ");
			}
			this._usage = str;
			return this;
		}
		/**
		* Get or set the name of the command.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		name(str) {
			if (str === void 0) return this._name;
			this._name = str;
			return this;
		}
		/**
		* Set/get the help group heading for this subcommand in parent command's help.
		*
		* @param {string} [heading]
		* @return {Command | string}
		*/
		helpGroup(heading) {
			if (heading === void 0) return this._helpGroupHeading ?? "";
			this._helpGroupHeading = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for subcommands added to this command.
		* (This does not override a group set directly on the subcommand using .helpGroup().)
		*
		* @example
		* program.commandsGroup('Development Commands:);
		* program.command('watch')...
		* program.command('lint')...
		* ...
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		commandsGroup(heading) {
			if (heading === void 0) return this._defaultCommandGroup ?? "";
			this._defaultCommandGroup = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for options added to this command.
		* (This does not override a group set directly on the option using .helpGroup().)
		*
		* @example
		* program
		*   .optionsGroup('Development Options:')
		*   .option('-d, --debug', 'output extra debugging')
		*   .option('-p, --profile', 'output profiling information')
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		optionsGroup(heading) {
			if (heading === void 0) return this._defaultOptionGroup ?? "";
			this._defaultOptionGroup = heading;
			return this;
		}
		/**
		* @param {Option} option
		* @private
		*/
		_initOptionGroup(option) {
			if (this._defaultOptionGroup && !option.helpGroupHeading) option.helpGroup(this._defaultOptionGroup);
		}
		/**
		* @param {Command} cmd
		* @private
		*/
		_initCommandGroup(cmd) {
			if (this._defaultCommandGroup && !cmd.helpGroup()) cmd.helpGroup(this._defaultCommandGroup);
		}
		/**
		* Set the name of the command from script filename, such as process.argv[1],
		* or require.main.filename, or __filename.
		*
		* (Used internally and public although not documented in README.)
		*
		* @example
		* program.nameFromFilename(require.main.filename);
		*
		* @param {string} filename
		* @return {Command}
		*/
		nameFromFilename(filename) {
			this._name = path.basename(filename, path.extname(filename));
			return this;
		}
		/**
		* Get or set the directory for searching for executable subcommands of this command.
		*
		* @example
		* program.executableDir(__dirname);
		* // or
		* program.executableDir('subcommands');
		*
		* @param {string} [path]
		* @return {(string|null|Command)}
		*/
		executableDir(path) {
			if (path === void 0) return this._executableDir;
			this._executableDir = path;
			return this;
		}
		/**
		* Return program help documentation.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
		* @return {string}
		*/
		helpInformation(contextOptions) {
			const helper = this.createHelp();
			const context = this._getOutputContext(contextOptions);
			helper.prepareContext({
				error: context.error,
				helpWidth: context.helpWidth,
				outputHasColors: context.hasColors
			});
			const text = helper.formatHelp(this, helper);
			if (context.hasColors) return text;
			return this._outputConfiguration.stripColor(text);
		}
		/**
		* @typedef HelpContext
		* @type {object}
		* @property {boolean} error
		* @property {number} helpWidth
		* @property {boolean} hasColors
		* @property {function} write - includes stripColor if needed
		*
		* @returns {HelpContext}
		* @private
		*/
		_getOutputContext(contextOptions) {
			contextOptions = contextOptions || {};
			const error = !!contextOptions.error;
			let baseWrite;
			let hasColors;
			let helpWidth;
			if (error) {
				baseWrite = (str) => this._outputConfiguration.writeErr(str);
				hasColors = this._outputConfiguration.getErrHasColors();
				helpWidth = this._outputConfiguration.getErrHelpWidth();
			} else {
				baseWrite = (str) => this._outputConfiguration.writeOut(str);
				hasColors = this._outputConfiguration.getOutHasColors();
				helpWidth = this._outputConfiguration.getOutHelpWidth();
			}
			const write = (str) => {
				if (!hasColors) str = this._outputConfiguration.stripColor(str);
				return baseWrite(str);
			};
			return {
				error,
				write,
				hasColors,
				helpWidth
			};
		}
		/**
		* Output help information for this command.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		outputHelp(contextOptions) {
			let deprecatedCallback;
			if (typeof contextOptions === "function") {
				deprecatedCallback = contextOptions;
				contextOptions = void 0;
			}
			const outputContext = this._getOutputContext(contextOptions);
			/** @type {HelpTextEventContext} */
			const eventContext = {
				error: outputContext.error,
				write: outputContext.write,
				command: this
			};
			this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
			this.emit("beforeHelp", eventContext);
			let helpInformation = this.helpInformation({ error: outputContext.error });
			if (deprecatedCallback) {
				helpInformation = deprecatedCallback(helpInformation);
				if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) throw new Error("outputHelp callback must return a string or a Buffer");
			}
			outputContext.write(helpInformation);
			if (this._getHelpOption()?.long) this.emit(this._getHelpOption().long);
			this.emit("afterHelp", eventContext);
			this._getCommandAndAncestors().forEach((command) => command.emit("afterAllHelp", eventContext));
		}
		/**
		* You can pass in flags and a description to customise the built-in help option.
		* Pass in false to disable the built-in help option.
		*
		* @example
		* program.helpOption('-?, --help' 'show help'); // customise
		* program.helpOption(false); // disable
		*
		* @param {(string | boolean)} flags
		* @param {string} [description]
		* @return {Command} `this` command for chaining
		*/
		helpOption(flags, description) {
			if (typeof flags === "boolean") {
				if (flags) {
					if (this._helpOption === null) this._helpOption = void 0;
					if (this._defaultOptionGroup) this._initOptionGroup(this._getHelpOption());
				} else this._helpOption = null;
				return this;
			}
			this._helpOption = this.createOption(flags ?? "-h, --help", description ?? "display help for command");
			if (flags || description) this._initOptionGroup(this._helpOption);
			return this;
		}
		/**
		* Lazy create help option.
		* Returns null if has been disabled with .helpOption(false).
		*
		* @returns {(Option | null)} the help option
		* @package
		*/
		_getHelpOption() {
			if (this._helpOption === void 0) this.helpOption(void 0, void 0);
			return this._helpOption;
		}
		/**
		* Supply your own option to use for the built-in help option.
		* This is an alternative to using helpOption() to customise the flags and description etc.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addHelpOption(option) {
			this._helpOption = option;
			this._initOptionGroup(option);
			return this;
		}
		/**
		* Output help information and exit.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		help(contextOptions) {
			this.outputHelp(contextOptions);
			let exitCode = Number(process.exitCode ?? 0);
			if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) exitCode = 1;
			this._exit(exitCode, "commander.help", "(outputHelp)");
		}
		/**
		* // Do a little typing to coordinate emit and listener for the help text events.
		* @typedef HelpTextEventContext
		* @type {object}
		* @property {boolean} error
		* @property {Command} command
		* @property {function} write
		*/
		/**
		* Add additional text to be displayed with the built-in help.
		*
		* Position is 'before' or 'after' to affect just this command,
		* and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
		*
		* @param {string} position - before or after built-in help
		* @param {(string | Function)} text - string to add, or a function returning a string
		* @return {Command} `this` command for chaining
		*/
		addHelpText(position, text) {
			const allowedValues = [
				"beforeAll",
				"before",
				"after",
				"afterAll"
			];
			if (!allowedValues.includes(position)) throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
			const helpEvent = `${position}Help`;
			this.on(helpEvent, (context) => {
				let helpStr;
				if (typeof text === "function") helpStr = text({
					error: context.error,
					command: context.command
				});
				else helpStr = text;
				if (helpStr) context.write(`${helpStr}\n`);
			});
			return this;
		}
		/**
		* Output help information if help flags specified
		*
		* @param {Array} args - array of options to search for help flags
		* @private
		*/
		_outputHelpIfRequested(args) {
			const helpOption = this._getHelpOption();
			if (helpOption && args.find((arg) => helpOption.is(arg))) {
				this.outputHelp();
				this._exit(0, "commander.helpDisplayed", "(outputHelp)");
			}
		}
	};
	/**
	* Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
	*
	* @param {string[]} args - array of arguments from node.execArgv
	* @returns {string[]}
	* @private
	*/
	function incrementNodeInspectorPort(args) {
		return args.map((arg) => {
			if (!arg.startsWith("--inspect")) return arg;
			let debugOption;
			let debugHost = "127.0.0.1";
			let debugPort = "9229";
			let match;
			if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) debugOption = match[1];
			else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
				debugOption = match[1];
				if (/^\d+$/.test(match[3])) debugPort = match[3];
				else debugHost = match[3];
			} else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
				debugOption = match[1];
				debugHost = match[3];
				debugPort = match[4];
			}
			if (debugOption && debugPort !== "0") return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
			return arg;
		});
	}
	/**
	* @returns {boolean | undefined}
	* @package
	*/
	function useColor() {
		if (process.env.NO_COLOR || process.env.FORCE_COLOR === "0" || process.env.FORCE_COLOR === "false") return false;
		if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== void 0) return true;
	}
	exports.Command = Command;
	exports.useColor = useColor;
}));

// node_modules/commander/index.js
var require_commander = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { Argument } = require_argument();
	const { Command } = require_command();
	const { CommanderError, InvalidArgumentError } = require_error();
	const { Help } = require_help();
	const { Option } = require_option();
	exports.program = new Command();
	exports.createCommand = (name) => new Command(name);
	exports.createOption = (flags, description) => new Option(flags, description);
	exports.createArgument = (name, description) => new Argument(name, description);
	/**
	* Expose classes
	*/
	exports.Command = Command;
	exports.Option = Option;
	exports.Argument = Argument;
	exports.Help = Help;
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
	exports.InvalidOptionArgumentError = InvalidArgumentError;
}));

// node_modules/@commander-js/extra-typings/index.js
var require_extra_typings = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const commander = require_commander();
	exports = module.exports = {};
	exports.program = new commander.Command();
	/**
	* Expose classes. The FooT versions are just types, so return Commander original implementations!
	*/
	exports.Argument = commander.Argument;
	exports.Command = commander.Command;
	exports.CommanderError = commander.CommanderError;
	exports.Help = commander.Help;
	exports.InvalidArgumentError = commander.InvalidArgumentError;
	exports.InvalidOptionArgumentError = commander.InvalidArgumentError;
	exports.Option = commander.Option;
	exports.createCommand = (name) => new commander.Command(name);
	exports.createOption = (flags, description) => new commander.Option(flags, description);
	exports.createArgument = (name, description) => new commander.Argument(name, description);
}));

// node_modules/@commander-js/extra-typings/esm.mjs
var import_extra_typings = /* @__PURE__ */ __toESM(require_extra_typings(), 1);
const { program, createCommand, createArgument, createOption, CommanderError, InvalidArgumentError, InvalidOptionArgumentError, Command, Argument, Option, Help } = import_extra_typings.default;

// src/cli/deliver.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
/** No limit of a platform holds for a file or a pipe; this one only keeps memory bounded. */
const MARKDOWN_BYTES = 1e7;
async function render(report, { format, quiet }, color) {
	const { renderJson, renderMarkdown, renderSarif, renderText } = await import("./report2.js");
	if (format === "json") return renderJson(report);
	if (format === "sarif") return renderSarif(report, { fallback: "go.mod" });
	if (format === "markdown") return renderMarkdown(report, { maxBytes: MARKDOWN_BYTES });
	return renderText(report, {
		color,
		...quiet === true ? { quiet } : {}
	});
}
/** Writes a file, relative to where the command runs, as a whole or not at all. */
async function writeFile({ host }, name, text) {
	await host.files.writeAtomically(resolve(host.cwd, name), text);
}
/**
* Writes a text to the file of `--output`, as a whole or not at all, or else to standard output.
* Throws `write-failed`, and has then printed the text instead: what took minutes to find out is not lost with a full disk.
*/
async function deliverText(context, text, output) {
	const print = () => {
		context.io.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
	};
	if (output === void 0 || [
		"",
		"-",
		"/dev/stdout"
	].includes(output)) {
		print();
		return;
	}
	try {
		await writeFile(context, output, text);
	} catch (error) {
		print();
		if (!(error instanceof ParityError)) throw error;
		throw new ParityError(error.code, error.message, "the result is on standard output instead; name another file with -o FILE", { cause: error });
	}
}
/** Renders a report in the form that was asked for and delivers it. */
async function deliver(context, report, flags) {
	await deliverText(context, await render(report, flags, !(flags.output !== void 0 && flags.output !== "" && flags.output !== "-") && context.color()), flags.output);
}

// src/cli/option-values.ts
/** What `--format` allows. */
const FORMATS = [
	"text",
	"json",
	"markdown",
	"sarif"
];
/** What `--fail-on` allows. */
const FAIL_ON = [
	"error",
	"warning",
	"note",
	"unknown",
	"unverified",
	"never"
];
/** The line of the table of inputs that says what a flag is for, as plain text. */
function doc(input) {
	const row = INPUTS.find(({ name }) => name === input);
	if (row === void 0) throw new Error(`there is no input ${input}`);
	return row.doc.replaceAll("`", "").replace(/\.$/, "");
}
/** `a,b, c` as a list; `undefined` when it holds nothing, which counts as not given. */
function parseList(text) {
	const entries = text.split(/[,\n]/).map((entry) => entry.trim()).filter((entry) => entry !== "");
	return entries.length === 0 ? void 0 : entries;
}
function choose(text, choices) {
	const chosen = choices.find((choice) => choice === text);
	if (chosen !== void 0) return chosen;
	const near = nearest(text, choices);
	throw new InvalidArgumentError(`${near === null ? "" : `Did you mean ${near}? `}Allowed: ${choices.join(", ")}.`);
}
/** A format of reports; the ones that are still to come are refused by name. Empty is not given. */
function parseFormat(text) {
	if (text === "") return "text";
	if (text === "html") throw new InvalidArgumentError("This version cannot write HTML yet; use text, json, markdown or sarif.");
	return choose(text, FORMATS);
}
/** A mode of `--checksum-database`; `undefined` when empty, which counts as not given. */
function parseChecksumDatabase(text) {
	return text === "" ? void 0 : choose(text, CHECKSUM_DATABASE);
}
/** A mode of `--build-cache`; `undefined` when empty, which counts as not given. */
function parseBuildCache(text) {
	return text === "" ? void 0 : choose(text, BUILD_CACHE);
}
/** A level of `--fail-on`; `undefined` when empty, which counts as not given. */
function parseFailOn(text) {
	return text === "" ? void 0 : choose(text, FAIL_ON);
}
/** The words of a client: one word at least. */
function parseEngine(text) {
	const [program, ...flags] = splitWords(text) ?? [];
	if (program === void 0) throw new InvalidArgumentError("Allowed: a command, such as docker or \"podman --runtime runc\".");
	return [program, ...flags];
}

// src/cli/progress.ts
function seconds(ms) {
	return `${(ms / 1e3).toFixed(1)} s`;
}
/** One line for a pipe or a log; `null` for what is not worth a line. */
function plainLine(event) {
	if (event.kind === "step") return `  ${event.text}`;
	if (event.kind === "note") return `    ${event.text}`;
	if (event.kind !== "target-end") return null;
	return `    ${event.ok ? "✓" : "✗"} ${event.target}${event.root === "." ? "" : ` in ${event.root}`} (${seconds(event.ms)})`;
}
function plainDisplay(sink) {
	return {
		show(event) {
			const line = plainLine(event);
			if (line !== null) sink.write(`${safeLine(line)}\n`);
		},
		stop() {}
	};
}
const CLEAR_LINE = "\r\x1B[2K";
/** One line that always says what runs now. */
function statusDisplay(sink) {
	const running = /* @__PURE__ */ new Map();
	let step = "";
	let done = 0;
	let shown = false;
	const stop = () => {
		if (shown) sink.write(CLEAR_LINE);
		shown = false;
	};
	const draw = () => {
		const targets = [...running.values()];
		const now = targets.length === 0 ? step : `${step}: ${targets.join(", ")}${done === 0 ? "" : ` (${String(done)} done)`}`;
		const text = safeLine(`  ${now}`).slice(0, Math.max(10, (sink.columns ?? 80) - 1));
		sink.write(`${CLEAR_LINE}${text}`);
		shown = true;
	};
	return {
		show(event) {
			if (event.kind === "step" && event.step === "command") {
				stop();
				return;
			}
			if (event.kind === "step") {
				step = event.text;
				done = 0;
				running.clear();
			} else if (event.kind === "target") running.set(`${event.root} ${event.target}`, event.target);
			else if (event.kind === "target-end") {
				running.delete(`${event.root} ${event.target}`);
				done += 1;
			} else if (event.kind === "note") step = event.text;
			else return;
			draw();
		},
		stop
	};
}
const NOTHING = {
	show() {},
	stop() {}
};
/** A display for a stream: one changing line on a terminal, plain lines elsewhere, nothing when quiet. */
function openProgress(sink, quiet) {
	if (quiet) return NOTHING;
	return sink.isTTY ? statusDisplay(sink) : plainDisplay(sink);
}

// src/cli/project.ts
/** An absent or empty flag is not given. */
function given(key, value) {
	return value === void 0 || value === "" ? {} : { [key]: value };
}
/** The event of a GitHub job, so that the command knows a pull request as the action does; `null` elsewhere. */
async function readEvent({ host }) {
	if (host.env["GITHUB_ACTIONS"] !== "true") return null;
	const { readContext, refusePrivilegedEvent } = await import("./github2.js");
	const context = await readContext(host);
	refusePrivilegedEvent(context);
	return context.event;
}
/**
* Opens the project that the flags name, runs `work` on it with its progress shown, and takes the progress away again.
* Loads the engine first: it is not needed for help or for a wrong flag.
*/
async function withProject(context, flags, work) {
	const { host, io, signal } = context;
	const event = await readEvent(context);
	const operations = await import("./operations2.js");
	const directory = resolve(host.cwd, flags.directory);
	const config = await operations.loadConfig(host, directory, flags.config === "" ? void 0 : flags.config);
	const display = openProgress(io.stderr, flags.quiet === true);
	const session = {
		host,
		signal,
		progress: (progressEvent) => {
			display.show(progressEvent);
		}
	};
	const job = {
		...given("name", flags.job),
		...given("matrix", flags.matrix)
	};
	try {
		return await work(session, {
			project: {
				directory,
				config,
				version: VERSION,
				job
			},
			event
		}, operations);
	} finally {
		display.stop();
	}
}

// src/cli/commands/baseline.ts
function shownPath({ host }, path) {
	const inside = relative(host.cwd, path);
	return inside.startsWith("..") ? path : inside;
}
function describeSaved(context, { saved, snapshot }) {
	if (saved === null) return "";
	const failing = snapshot.targets.filter(({ outcome }) => outcome === "failed").length;
	const targets = `${String(snapshot.targets.length)} ${snapshot.targets.length === 1 ? "target" : "targets"}`;
	const known = failing === 0 ? "" : `, ${String(failing)} of them failing: from now on known`;
	const kept = saved.kept.length === 0 ? "" : `\nkept in it: ${saved.kept.join(", ")}`;
	return `${saved.unchanged ? "unchanged" : "saved"}: ${shownPath(context, saved.path)}
${saved.saved.join(", ")}: ${targets}${known}${kept}
commit the file: a pull request is compared with it as its merge base has it\n`;
}
function describeReading(reading) {
	if (reading.kind === "none") return `no baseline: ${reading.reason}\nsave one with: goparity baseline save\n`;
	const { source, ref, reason } = reading.reference;
	if (reading.kind === "unusable") return `${source} ${ref} cannot be used: ${reading.reason}\n`;
	const jobs = reading.snapshots.map(({ job, targets }) => `  ${job.label} (${String(targets.length)} ${targets.length === 1 ? "target" : "targets"})\n`);
	return `${source} ${ref}\ntrusted: ${reason}\n${reading.edited === void 0 ? "" : `${reading.edited.title}: ${reading.edited.message}\n`}jobs:\n${jobs.join("")}`;
}
function addSave(baseline, context) {
	baseline.command("save").summary("make the present state of this job the baseline").description("Runs the whole chain and keeps its snapshot in .goparity/baseline.json, one entry a job; entries of other jobs stay. Failing targets are kept as known failures. Modules that are not verified are never saved.").option("-C, --directory <dir>", doc("working-directory"), ".").option("--config <file>", doc("config")).option("--targets <list>", doc("targets"), parseList).option("--packages <list>", doc("packages"), parseList).option("--no-vendor", "Do not hold the vendor folder against the modules it was made from").option("--baseline <ref>", "Write another file: file:PATH").option("--job <name>", doc("job")).option("--matrix <json>", doc("matrix")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  goparity baseline save\n  goparity baseline save --targets linux/amd64,linux/arm64").action(async (options) => {
		const outcome = await withProject(context, options, async (session, { project, event }, operations) => operations.saveBaseline(session, {
			...project,
			event,
			vendor: options.vendor,
			...given("targets", options.targets),
			...given("packages", options.packages),
			...given("baseline", options.baseline)
		}));
		if (outcome.saved === null) {
			await deliver(context, outcome.report, {
				format: "text",
				quiet: options.quiet
			});
			context.io.stderr.write("error: nothing was saved, because the modules are not verified\n");
			context.finish(3);
			return;
		}
		if (options.quiet !== true) await deliverText(context, safeText(describeSaved(context, outcome)), void 0);
		context.finish(0);
	});
}
function addShow(baseline, context) {
	baseline.command("show").summary("where the baseline comes from, why it is trusted, and which jobs it holds").description("Says where the baseline comes from, why it is trusted, and which jobs it holds.").option("-C, --directory <dir>", doc("working-directory"), ".").option("--config <file>", doc("config")).option("--baseline <ref>", doc("baseline")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  goparity baseline show\n  goparity baseline show --baseline git:main").action(async (options) => {
		const reading = await withProject(context, options, async (session, { project, event }, operations) => operations.showBaseline(session, {
			directory: project.directory,
			config: project.config,
			event,
			...given("baseline", options.baseline)
		}));
		await deliverText(context, safeText(describeReading(reading)), void 0);
		context.finish(0);
	});
}
/** `goparity baseline save` and `show`. */
function addBaseline(program, context) {
	const baseline = program.command("baseline").summary("save or show what later runs are compared with").description("Saves or shows what later runs are compared with.");
	addSave(baseline, context);
	addShow(baseline, context);
}

// src/cli/commands/build.ts
/** `goparity build`: targets on verified modules, nothing compared. */
function addBuild(program, context) {
	program.command("build").summary("cross-compile targets on verified modules, and say why one fails").description("Downloads and verifies the modules, then builds every target, also when some fail. Main packages are linked to nowhere: no file is written, and missing libraries are still seen.").option("-C, --directory <dir>", doc("working-directory"), ".").option("--config <file>", doc("config")).option("--targets <list>", doc("targets"), parseList).option("--packages <list>", doc("packages"), parseList).option("--no-vendor", "Do not hold the vendor folder against the modules it was made from").option("--checksum-database <mode>", doc("checksum-database"), parseChecksumDatabase).option("--build-cache <mode>", doc("build-cache"), parseBuildCache).option("--fail-on <level>", doc("fail-on"), parseFailOn).option("--job <name>", doc("job")).option("--matrix <json>", doc("matrix")).option("--format <format>", doc("format"), parseFormat, "text").option("-o, --output <file>", doc("output")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  goparity build --targets linux/arm64,windows/amd64+cgo\n  goparity build --targets \"linux/*\" --packages ./cmd/...").action(async (options) => {
		const outcome = await withProject(context, options, async (session, { project }, operations) => operations.build(session, {
			...project,
			vendor: options.vendor,
			...given("checksumDatabase", options.checksumDatabase),
			...given("buildCache", options.buildCache),
			...given("targets", options.targets),
			...given("packages", options.packages),
			...given("failOn", options.failOn)
		}));
		await deliver(context, outcome.report, options);
		context.finish(outcome.exitCode);
	});
}

// src/cli/ask.ts
/** Whether somebody is there to answer. */
function canAsk({ input, output }) {
	return input.isTTY === true && output.isTTY === true;
}
/** Asks a yes-or-no question; no answer, an end of input and anything but yes are no. An aborted signal is no, too. */
async function askYes(terminal, question, signal) {
	const lines = createInterface(terminal);
	const closed = new Promise((done) => {
		lines.once("close", () => {
			done("");
		});
	});
	try {
		const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), closed]);
		return /^\s*y(?:es)?\s*$/i.test(answer);
	} catch (error) {
		if (signal.aborted) return false;
		throw error;
	} finally {
		lines.close();
	}
}

// src/cli/offer-fixes.ts
function show$1({ title, changes }, unifiedDiff) {
	const diffs = changes.map(({ name, before, after }) => unifiedDiff(name, before ?? "", after));
	return [`\n${safeLine(title)}`, ...diffs.flatMap((diff) => diff.trimEnd().split("\n")).map((line) => `  ${safeLine(line)}`)].join("\n");
}
/**
* Shows on standard error what can be mended of these ills, does it when that is agreed to, and says what came of it. Gives whether
* something was mended. Throws `cancelled`.
*/
async function offerFixes(context, flags, ills) {
	const { io, signal } = context;
	const say = (text) => {
		io.stderr.write(`${text}\n`);
	};
	if (ills.length === 0) return false;
	return withProject(context, flags, async (session, { project }, operations) => {
		const { unifiedDiff } = await import("./init2.js");
		const { fixes, left } = await operations.planFixes(session, project, ills);
		for (const { rule, why } of left) say(`not mended  ${safeLine(rule)}: ${safeLine(why)}`);
		let mended = false;
		for (const fix of fixes) {
			say(show$1(fix, unifiedDiff));
			const terminal = {
				input: process.stdin,
				output: process.stderr
			};
			const asked = flags.yes !== true && canAsk(terminal);
			const agreed = flags.yes === true || asked && await askYes(terminal, "Do it?", signal);
			if (signal.aborted) throw new ParityError("cancelled", "cancelled; nothing was mended");
			if (!agreed) {
				say(asked ? "Left as it is." : "Left as it is: run it again with --fix --yes to do this.");
				continue;
			}
			const outcome = await operations.applyFix(session, project, fix);
			say(outcome.mended ? `mended      ${safeLine(fix.title)}` : `not mended  ${safeLine(fix.title)}: ${safeLine(outcome.why)}`);
			mended ||= outcome.mended;
		}
		return mended;
	});
}

// src/cli/commands/check.ts
/** `goparity check`: the whole chain. */
function addCheck(program, context) {
	program.command("check").summary("the main job: record, download, verify, build targets, compare with the baseline, report").description("Records this machine and the modules, downloads and verifies them, builds every target on what was verified, and compares the result with the baseline. A failing step stops what follows: nothing is built on unverified modules.").option("-C, --directory <dir>", doc("working-directory"), ".").option("--config <file>", doc("config")).option("--targets <list>", doc("targets"), parseList).option("--packages <list>", doc("packages"), parseList).option("--no-vendor", "Do not hold the vendor folder against the modules it was made from").option("--checksum-database <mode>", doc("checksum-database"), parseChecksumDatabase).option("--build-cache <mode>", doc("build-cache"), parseBuildCache).option("--baseline <ref>", doc("baseline")).option("--with <place>", "Compare this machine with another place instead, building nothing: docker:NAME[:DIR], devcontainer, ssh://HOST/DIR").option("--engine <command>", "With --with: the container client with its flags", parseEngine).option("--fail-on <level>", doc("fail-on"), parseFailOn).option("--job <name>", doc("job")).option("--matrix <json>", doc("matrix")).option("--format <format>", doc("format"), parseFormat, "text").option("-o, --output <file>", doc("output")).option("--snapshot <file>", doc("snapshot")).option("--fix", doc("fix")).option("--yes", doc("yes")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", `
Examples:
  goparity check                                      the targets of .goparity.yml, else this machine's own
  goparity check --targets linux/arm64,windows/amd64
  goparity check -C services/api --format json -o report.json
  goparity check --baseline git:main --fail-on warning`).action(async (options) => {
		if (options.with !== void 0 && options.with !== "") {
			const { with: place } = options;
			const compared = await withProject(context, options, async (session, { project }, operations) => operations.checkWith(session, {
				...project,
				place,
				engine: options.engine ?? null,
				...given("failOn", options.failOn)
			}));
			await deliver(context, compared.report, options);
			context.finish(compared.exitCode);
			return;
		}
		const outcome = await withProject(context, options, async (session, { project, event }, operations) => operations.check(session, {
			...project,
			event,
			vendor: options.vendor,
			...given("checksumDatabase", options.checksumDatabase),
			...given("buildCache", options.buildCache),
			...given("targets", options.targets),
			...given("packages", options.packages),
			...given("baseline", options.baseline),
			...given("failOn", options.failOn)
		}));
		if (options.snapshot !== void 0 && options.snapshot !== "") {
			const { canonicalJson } = await import("./snapshot2.js");
			await writeFile(context, options.snapshot, canonicalJson(outcome.snapshot));
		}
		await deliver(context, outcome.report, options);
		if (options.fix === true) {
			const ills = outcome.report.findings.filter(({ state, severity }) => state === "new" && severity !== "note");
			if (await offerFixes(context, options, ills)) context.io.stderr.write("Run goparity check again: what was mended may not be all.\n");
		}
		context.finish(outcome.exitCode);
	});
}

// src/cli/commands/compare.ts
/** `goparity compare A B…`: snapshots against one another, offline. */
function addCompare(program, context) {
	program.command("compare").summary("snapshots, or folders of them, against one another").description("Compares the snapshots of several jobs: two in their order, more by what most of them agree on. Asks neither go nor the network, so it works on the artifacts of any CI.").argument("<paths...>", "Snapshot or baseline files, or folders of them").option("-C, --directory <dir>", "Directory whose .goparity.yml counts", ".").option("--config <file>", doc("config")).option("--baseline <ref>", "Also compare each job with itself in a baseline: file:PATH or git:REF").option("--expected-jobs <list>", doc("expected-jobs")).option("--fail-on <level>", doc("fail-on"), parseFailOn).option("--format <format>", doc("format"), parseFormat, "text").option("-o, --output <file>", doc("output")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  goparity compare laptop.json ci.json\n  goparity compare artifacts/ --format markdown").action(async (paths, options) => {
		const { host, signal } = context;
		const { compare, loadConfig } = await import("./operations2.js");
		const { parseExpectedJobs } = await import("./config2.js");
		const directory = resolve(host.cwd, options.directory);
		const config = await loadConfig(host, directory, options.config === "" ? void 0 : options.config);
		const outcome = await compare({
			host,
			signal,
			progress: () => void 0
		}, {
			paths,
			directory,
			config,
			version: VERSION,
			expected: parseExpectedJobs(options.expectedJobs ?? ""),
			...given("baseline", options.baseline),
			...given("failOn", options.failOn)
		});
		await deliver(context, outcome.report, options);
		context.finish(outcome.exitCode);
	});
}

// src/cli/commands/explain-text.ts
/** Lines of the log that are shown for one incident. */
const EVIDENCE = 6;
const WIDTH = 100;
/** Words in lines of at most `width`; a word that is longer stands alone. */
function wrap(text, width) {
	const lines = [];
	for (const word of safeLine(text).split(/\s+/)) {
		const last = lines.at(-1);
		if (last !== void 0 && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
function nameOf({ culprit, location }) {
	const { module, library, file, tool, target, key, host } = culprit;
	const name = module ?? culprit.package ?? library ?? file ?? target ?? key ?? tool ?? host ?? "";
	const place = location === void 0 ? "" : [
		location.file,
		location.line,
		location.column
	].filter((part) => part !== void 0).join(":");
	return [name, place === name ? "" : place].filter((part) => part !== "").join("   ");
}
function fixLines({ command, edit, why }, colors) {
	const [first = "", ...more] = command === void 0 ? wrap(edit ?? why, WIDTH) : [safeLine(command)];
	const reason = command === void 0 && edit === void 0 ? [] : wrap(why, WIDTH);
	return [
		`   fix  ${command === void 0 ? first : colors.cyan(first)}`,
		...more.map((line) => `        ${line}`),
		...reason.map((line) => colors.dim(`        ${line}`))
	];
}
function incidentLines(incident, at, colors) {
	const { rule, confidence, cause, evidence, fix } = incident;
	const head = [
		colors.bold(safeLine(nameOf(incident))),
		colors.red(rule),
		...confidence === "likely" ? [colors.dim("likely")] : []
	];
	const shown = evidence.slice(0, EVIDENCE);
	const digits = String(shown.at(-1)?.line ?? 0).length;
	return [
		"",
		`${String(at + 1)}. ${head.filter((part) => part !== "").join("   ")}`,
		...wrap(cause, WIDTH).map((line) => `   ${line}`),
		...shown.map(({ line, text }) => colors.dim(`   ${String(line).padStart(digits)} | ${safeLine(text)}`)),
		...fix.flatMap((way) => fixLines(way, colors))
	];
}
/** The explanation for a terminal: the cause first, each incident with its lines of the log and its ways out. */
function renderExplanation({ log, incidents }, colors) {
	if (incidents.length === 0) return `Nothing in ${safeLine(log)} is recognised as a failure of the Go environment.\nThat is no proof that there is none: goparity knows the output of go, C compilers, linkers and loaders.\n`;
	const many = incidents.length === 1 ? "One incident" : `${String(incidents.length)} incidents`;
	return `${[incidents.every(({ rule }) => rule.startsWith("code/")) ? `${many} in ${safeLine(log)}, and none of the environment: it is the program itself.` : `${many} in ${safeLine(log)}${incidents.length === 1 ? "." : ", what comes first can be the cause of what follows."}`, ...incidents.flatMap((incident, at) => incidentLines(incident, at, colors))].join("\n")}\n`;
}

// src/cli/commands/explain.ts
function parseExplanationFormat(text) {
	if (text === "" || text === "text") return "text";
	if (text === "json") return "json";
	throw new InvalidArgumentError("Allowed: text, json.");
}
/** The bytes of a file; what goes wrong with it is said of the name that was typed. */
async function* readFile(path, name) {
	try {
		for await (const chunk of createReadStream(path)) if (chunk instanceof Uint8Array) yield chunk;
	} catch (error) {
		const failure = toError(error);
		const missing = "code" in failure && failure.code === "ENOENT";
		throw new ParityError("usage", missing ? `there is no log ${name}` : `cannot read ${name}: ${failure.message}`, "name a file, or pipe a log in: gh run view --log-failed | goparity explain", { cause: error });
	}
}
/** A run on GitHub, or one of its jobs; groups: host, repository, run, job. */
const RUN_URL = /^https:\/\/([\w.-]{1,200})\/([\w.-]{1,100}\/[\w.-]{1,100})\/actions\/runs\/(\d{1,20})(?:\/(?:attempts\/\d{1,9}\/?)?(?:job\/(\d{1,20}))?)?(?:[/?#]|$)/;
/** Logs of failed steps are far smaller. */
const MAX_RUN_LOG = 268435456;
/** The log of the failed steps of a run, as GitHub's own command prints it: it knows who is logged in. */
async function* readRun({ host, signal }, url) {
	const found = RUN_URL.exec(url);
	if (found === null) throw new ParityError("usage", `${url} is no address of a run on GitHub`, "https://github.com/OWNER/NAME/actions/runs/NUMBER, of a job with /job/NUMBER");
	const [, server = "", repository = "", run = "", job] = found;
	const gh = await host.processes.find("gh", host.env);
	if (gh === null) throw new ParityError("usage", "gh, which fetches logs from GitHub, is not on PATH", "install it from https://cli.github.com, or pipe a log in");
	const result = await host.processes.run(gh, [
		"run",
		"view",
		...job === void 0 ? [run] : ["--job", job],
		"--repo",
		`${server}/${repository}`,
		"--log-failed"
	], {
		cwd: host.cwd,
		env: host.env,
		maxOutputBytes: MAX_RUN_LOG,
		signal
	});
	if (result.exitCode !== 0) throw new ParityError("usage", `gh cannot fetch ${url}: ${result.stderr.text.trim().split("\n", 1)[0] ?? ""}`, "gh auth login, or set GH_TOKEN");
	yield new TextEncoder().encode(result.stdout.text);
}
/** `goparity explain`: what went wrong, from any log. */
function addExplain(program, context) {
	program.command("explain").summary("what went wrong, read from any log of a build").description("Reads the log of a build, whatever printed or stored it (a CI, docker, an editor), and names what failed, why, and the way out; also the output of a program that does not start. Asks neither go nor the network. Nothing recognised is said as such: there are no guesses.").argument("[log]", "File with the log; - or nothing: standard input", "-").addOption(new Option("--format <format>", "How to print the result").choices(["text", "json"]).default("text").argParser(parseExplanationFormat)).option("-o, --output <file>", "Write the result to a file instead of standard output").option("--run-url <url>", "A run or a job on GitHub instead of a file: the log of its failed steps, fetched with gh").option("--fix", doc("fix")).option("--yes", doc("yes")).option("-C, --directory <dir>", `With --fix: ${doc("working-directory")}`, ".").option("--config <file>", `With --fix: ${doc("config")}`).option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  gh run view --log-failed | goparity explain\n  go build ./... 2>&1 | goparity explain\n  goparity explain build.log --format json\n  goparity explain --run-url https://github.com/OWNER/NAME/actions/runs/NUMBER").action(async (name, options) => {
		const { explain } = await import("./operations2.js");
		const { host, signal, io } = context;
		const url = options.runUrl ?? "";
		const fromStdin = url === "" && (name === "-" || name === "");
		if (fromStdin && io.stdin === void 0) throw new ParityError("usage", "no log is named, and none is piped in", "goparity explain build.log, or: gh run view --log-failed | goparity explain");
		const log = url !== "" ? readRun(context, url) : fromStdin && io.stdin !== void 0 ? io.stdin : readFile(resolve(host.cwd, name), name);
		const explanation = await explain({
			host,
			signal,
			progress: () => void 0
		}, {
			log,
			name: url !== "" ? url : fromStdin ? "the log" : name,
			version: VERSION
		});
		const toFile = options.output !== void 0 && options.output !== "" && options.output !== "-";
		const text = options.format === "json" ? `${JSON.stringify(explanation, null, 2)}\n` : renderExplanation(explanation, import_picocolors.default.createColors(!toFile && context.color()));
		await deliverText(context, text, options.output);
		context.finish(0);
		if (options.fix === true) await offerFixes(context, options, explanation.incidents.map(({ rule, culprit }) => ({
			rule,
			subject: culprit
		})));
	});
}

// src/cli/commands/graph-text.ts
/** Names that are shown of one package. */
const SHOWN$1 = 12;
function some(names) {
	return `${names.slice(0, SHOWN$1).join(", ")}${names.length > SHOWN$1 ? ` and ${String(names.length - SHOWN$1)} more` : ""}`;
}
function lossLines(loss, { colors }) {
	const { package: path, files, replacements, names, brokenBy, stub, whole, own, standIn } = loss;
	const instead = whole ? "nothing of the package is left" : replacements.length > 0 ? `${some(replacements)} in their place` : "nothing in their place";
	const lines = [`  ${colors.yellow(safeLine(path))}   ${instead}`];
	for (const { name, reason, directives, contradicts } of files.slice(0, SHOWN$1)) {
		const unapplied = directives.length === 0 ? "" : `; never applied: ${directives.slice(0, 3).join("; ")}`;
		lines.push(`    ${safeLine(name)}: ${safeLine(reason)}${safeLine(unapplied)}${contradicts ? "; // +build says something else, which Go before 1.17 reads" : ""}`);
	}
	if (files.length > SHOWN$1) lines.push(`    and ${String(files.length - SHOWN$1)} more files`);
	if (names.length > 0 && !whole) lines.push(`    lost: ${safeLine(some(names.map(({ name }) => name)))}`);
	for (const { file, name } of brokenBy.slice(0, 3)) lines.push(`    ${colors.red("does not compile")}: ${safeLine(file)} uses ${safeLine(name)}`);
	if (stub !== null) lines.push(`    fails when it runs: ${safeLine(stub.file)} says "${safeLine(stub.says)}"`);
	if (own && standIn !== null && names.length > 0) lines.push(`    add ${safeLine(standIn.name)}:`, ...standIn.text.trimEnd().split("\n").map((line) => colors.dim(`      ${safeLine(line)}`)));
	return lines;
}
/** The graphs as trees, and below each what cgo off leaves out. */
function renderGraph({ graphs, degraded }, options) {
	const { colors } = options;
	const roots = new Set(graphs.map(({ root }) => root));
	const lines = [];
	for (const one of graphs) {
		if (roots.size > 1) lines.push(colors.bold(safeLine(one.root)));
		if (one.why !== void 0) {
			lines.push(one.graph?.target ?? "", ...one.why === null ? ["  nothing imports it"] : one.why.map((path, at) => `${"  ".repeat(at + 1)}${safeLine(path)}`), "");
			continue;
		}
		if (one.graph !== null) lines.push(...graphToTree(one.graph, options).trimEnd().split("\n").map(safeLine));
		for (const { severity, title, message } of one.findings) lines.push(`  ${colors.red(severity)}  ${safeLine(title)}`, `    ${safeLine(message)}`);
		if (one.losses.length > 0) lines.push("", colors.bold("without cgo"), ...one.losses.flatMap((loss) => lossLines(loss, options)));
		lines.push("");
	}
	lines.push(...degraded.map(({ what, why }) => `not done: ${safeLine(what)}: ${safeLine(why)}`));
	return `${lines.join("\n").trimEnd()}\n`;
}

// src/cli/commands/graph.ts
const GRAPH_FORMATS = [
	"text",
	"json",
	"dot",
	"mermaid"
];
function parseGraphFormat(text) {
	const format = GRAPH_FORMATS.find((one) => one === (text === "" ? "text" : text));
	if (format === void 0) throw new InvalidArgumentError(`Allowed: ${GRAPH_FORMATS.join(", ")}.`);
	return format;
}
/** `goparity graph`: the packages of a target, with the C that go list hides. */
function addGraph(program, context) {
	program.command("graph").summary("the packages of each target with their C, and what cgo off leaves out").description("Lists the packages of each target with what go list hides: C, C++ and assembly files, headers, #cgo flags, libraries, pkg-config; and which files and names are lost without cgo, by which constraint, and what takes their place. Compiles nothing.").option("-C, --directory <dir>", doc("working-directory"), ".").option("--config <file>", doc("config")).option("--targets <list>", doc("targets"), parseList).option("--packages <list>", doc("packages"), parseList).option("--why <package>", "The shortest way by which a package is imported, and on to the nearest cgo").option("--all", "Every package, not only those that lead to C").addOption(new Option("--format <format>", "How to print the result").choices([...GRAPH_FORMATS]).default("text").argParser(parseGraphFormat)).option("-o, --output <file>", doc("output")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  goparity graph --targets linux/amd64+cgo\n  goparity graph --why net\n  goparity graph --format dot | dot -Tsvg -o graph.svg").action(async (options) => {
		const { document, exitCode } = await withProject(context, options, async (session, { project }, operations) => operations.graph(session, {
			...project,
			...given("targets", options.targets),
			...given("packages", options.packages),
			...given("why", options.why)
		}));
		const { graphToDot, graphToMermaid } = await import("./packages2.js");
		const all = options.all === true;
		const toFile = options.output !== void 0 && options.output !== "" && options.output !== "-";
		const graphs = document.graphs.flatMap((one) => one.graph === null ? [] : [one.graph]);
		const draw = {
			dot: graphToDot,
			mermaid: graphToMermaid
		};
		const text = options.format === "json" ? `${JSON.stringify(document, null, 2)}\n` : options.format === "dot" || options.format === "mermaid" ? graphs.map((one) => draw[options.format === "dot" ? "dot" : "mermaid"](one, { all })).join("") : renderGraph(document, {
			all,
			colors: import_picocolors.default.createColors(!toFile && context.color())
		});
		await deliverText(context, text, options.output);
		context.finish(exitCode);
	});
}

// src/cli/commands/hook-text.ts
const STATES$1 = {
	absent: "not installed",
	installed: "installed",
	outdated: "installed by another version of goparity",
	edited: "installed, and edited since",
	off: "installed, but git does not start it: it is no program",
	replaced: "replaced by another hook",
	foreign: "not installed; there is another hook"
};
const CHANGES = {
	installed: "installed",
	updated: "written anew",
	unchanged: "installed already",
	removed: "removed",
	restored: "removed; the hook from before is back",
	left: "left as it is"
};
const POLICIES$2 = {
	warn: "warns when the place cannot take the files",
	block: "blocks the commit when the place cannot take the files",
	queue: "queues the files when the place cannot take them"
};
function lineOf({ name, state, change, place, policy, hasEarlier }, colors) {
	const isOn = state === "installed";
	const said = change === null ? STATES$1[state] : CHANGES[change];
	const to = place === null || policy === null ? "" : `: to ${place}, ${POLICIES$2[policy]}`;
	const first = hasEarlier && isOn ? "; the hook from before runs first" : "";
	return `${isOn ? colors.green("✓") : colors.dim("–")} ${name.padEnd(13)}  ${safeLine(`${said}${to}${first}`)}`;
}
/** One line a hook, then what a person should know. */
function renderHooks(document, colors, isQuiet) {
	const notes = document.notes.map((note) => `${colors.yellow("!")} ${safeLine(note)}`);
	return (isQuiet ? notes : [
		`hooks in ${safeLine(document.folder)}`,
		...document.hooks.map((hook) => lineOf(hook, colors)),
		...notes
	]).map((line) => `${line}\n`).join("");
}

// src/cli/commands/hook.ts
const POLICIES$1 = [
	"warn",
	"block",
	"queue"
];
/** The file that runs now and its Node: a hook starts the same ones, whatever is on the PATH of who commits. */
async function startedProgram({ host }) {
	const started = process.argv[1];
	if (started === void 0) return null;
	const cli = await host.files.realPath(resolve(host.cwd, started));
	return basename(cli) === "cli.js" ? {
		node: process.execPath,
		cli
	} : null;
}
const FORMAT_DOC = "How to print the result";
async function show(context, flags, work) {
	const { host, signal } = context;
	const document = await work({
		host,
		signal,
		progress: () => void 0
	}, await import("./operations2.js"));
	const toFile = flags.output !== void 0 && flags.output !== "" && flags.output !== "-";
	const text = flags.format === "json" ? `${JSON.stringify(document, null, 2)}\n` : renderHooks(document, import_picocolors.default.createColors(!toFile && context.color()), flags.quiet === true);
	if (text !== "") await deliverText(context, text, flags.output);
	context.finish(0);
}
/** `goparity hook install`, `uninstall` and `status`. */
function addHook(program, context) {
	const hook = program.command("hook").summary("run sync from git hooks, so that a dev container has the staged go.mod and go.sum").description("Installs git hooks that run goparity sync when go.mod, go.sum, go.work, go.work.sum or vendor/modules.txt change.");
	hook.command("install").summary("write the hooks; a hook that is there is kept and called first").description("Writes the hooks pre-commit, post-merge, post-checkout and post-rewrite. Each asks git whether one of the files is concerned, and only then runs goparity sync. A hook that is there is kept beside, and called first.").option("-C, --directory <dir>", doc("working-directory"), ".").option("--to <place>", "docker:NAME[:DIR], devcontainer, ssh://[USER@]HOST[:PORT]/DIR or exec:COMMAND", "devcontainer").addOption(new Option("--policy <policy>", "When the place cannot take the files: warn, block the commit, or queue them").choices(POLICIES$1).default("warn")).option("--force", "Overwrite a hook of goparity that was edited").addOption(new Option("--format <format>", FORMAT_DOC).choices(["text", "json"]).default("text")).option("-o, --output <file>", doc("output")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  goparity hook install\n  goparity hook install --to docker:dev:/workspaces/app --policy block").action(async (options) => {
		await show(context, options, async (session, operations) => operations.installHook(session, {
			directory: resolve(context.host.cwd, options.directory),
			version: VERSION,
			place: options.to,
			policy: options.policy,
			program: await startedProgram(context),
			force: options.force === true
		}));
	});
	hook.command("uninstall").summary("take the hooks away and put back what was there before").description("Takes the hooks away, and puts back the ones that were there before, byte for byte.").option("-C, --directory <dir>", doc("working-directory"), ".").option("--force", "Remove a hook of goparity that was edited").addOption(new Option("--format <format>", FORMAT_DOC).choices(["text", "json"]).default("text")).option("-o, --output <file>", doc("output")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", "\nExample:\n  goparity hook uninstall").action(async (options) => {
		await show(context, options, async (session, operations) => operations.uninstallHook(session, {
			directory: resolve(context.host.cwd, options.directory),
			version: VERSION,
			force: options.force === true
		}));
	});
	hook.command("status").summary("say which hooks are installed, and what keeps them from running").description("Says of each hook whether it is installed, for which place and with which policy, and what keeps it from running.").option("-C, --directory <dir>", doc("working-directory"), ".").addOption(new Option("--format <format>", FORMAT_DOC).choices(["text", "json"]).default("text")).option("-o, --output <file>", doc("output")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", "\nExample:\n  goparity hook status --format json").action(async (options) => {
		await show(context, options, async (session, operations) => operations.hookStatus(session, {
			directory: resolve(context.host.cwd, options.directory),
			version: VERSION
		}));
	});
}

// src/cli/commands/init.ts
const STATES = {
	new: "new",
	changed: "changes",
	same: "has this content already",
	kept: "is there with another content and stays; --force replaces it"
};
/** The plan as a person reads it: new files in full, the others as a diff. */
function showPlan({ files, notes }, diff) {
	const parts = files.map(({ name, state, before, after }) => {
		const head = `${name}: ${STATES[state]}`;
		if (state === "same") return `${head}\n`;
		return `${head}\n\n${(before === null ? after : diff(name, before, after)).replaceAll(/^(?=.)/gm, "  ")}`;
	});
	return safeText([...parts, ...notes.length === 0 ? [] : [notes.map((note) => `note: ${safeLine(note)}`).join("\n") + "\n"]].join("\n"));
}
async function write({ host, io, signal, finish }, flags) {
	const { planInit, writeInit } = await import("./operations2.js");
	const { unifiedDiff } = await import("./init2.js");
	const session = {
		host,
		signal,
		progress: () => void 0
	};
	const plan = await planInit(session, {
		directory: resolve(host.cwd, flags.directory),
		...given("reference", flags.action),
		...flags.into === void 0 ? {} : { into: resolve(host.cwd, flags.into) },
		...given("jobs", flags.job),
		force: flags.force === true
	});
	io.stdout.write(showPlan(plan, unifiedDiff));
	const open = plan.files.filter(({ state }) => state === "new" || state === "changed");
	finish(0);
	if (open.length === 0) {
		io.stdout.write("\nNothing to write.\n");
		return;
	}
	const terminal = {
		input: process.stdin,
		output: process.stderr
	};
	const asked = flags.yes !== true && io.stdout.isTTY && canAsk(terminal);
	const agreed = flags.yes === true || asked && await askYes(terminal, `\nWrite ${open.map(({ name }) => safeLine(name)).join(" and ")}?`, signal);
	if (signal.aborted) throw new ParityError("cancelled", "cancelled; nothing was written");
	if (!agreed) {
		io.stdout.write(asked ? "\nNothing was written.\n" : "\nNothing was written: run it again with --yes to write this.\n");
		return;
	}
	const written = await writeInit(session, plan);
	io.stdout.write(`\n${written.map((name) => `wrote ${safeLine(name)}`).join("\n")}\nCommit it, and every run says what differs.\n`);
}
async function check(context, flags) {
	const { host, signal } = context;
	const { checkWorkflows, loadConfig } = await import("./operations2.js");
	const directory = resolve(host.cwd, flags.directory);
	const config = await loadConfig(host, directory, flags.config === "" ? void 0 : flags.config);
	const outcome = await checkWorkflows({
		host,
		signal,
		progress: () => void 0
	}, {
		directory,
		config,
		version: VERSION,
		...given("failOn", flags.failOn)
	});
	await deliver(context, outcome.report, flags);
	context.finish(outcome.exitCode);
}
/** `goparity init`: the workflow and the configuration of a project, and whether what is there stands in the right order. */
function addInit(program, context) {
	program.command("init").summary("write the workflow and the configuration of a project; --check looks at the order of what is there").description("Writes .github/workflows/goparity.yml and .goparity.yml for this repository, with the machines, Go versions and targets that its workflows, GoReleaser file, Makefile and scripts name. Shows everything first and writes nothing without --yes or an answer. --into puts the steps into a workflow that is there; --check says where modules are verified too early, too late, or in vain.").option("-C, --directory <dir>", doc("working-directory"), ".").option("--yes", "Write without a question").option("--force", "Also replace files that have another content").option("--action <ref>", "The action that the workflow calls: owner/goparity@COMMIT").option("--into <workflow>", "Put the recorder into a workflow that is there, before its first build, and add the report job").option("--job <ids>", "With --into: ids of the jobs that record, separated by commas", parseList).option("--check", "Write nothing: report each verification of modules in workflows, .gitlab-ci.yml and Dockerfiles that stands in the wrong place").option("--config <file>", "With --check: configuration file; .goparity.yml in the directory of the project when nothing is said").option("--fail-on <level>", `With --check: ${doc("fail-on")}`, parseFailOn).option("--format <format>", `With --check: ${doc("format")}`, parseFormat, "text").option("-o, --output <file>", "With --check: write the result to a file instead of standard output").option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  goparity init                                    show what would be written\n  goparity init --yes\n  goparity init --into .github/workflows/ci.yml --job test\n  goparity init --check").action(async (options, command) => {
		if (options.check === true) {
			const wrong = [
				"into",
				"job",
				"yes",
				"force"
			].find((name) => command.getOptionValueSource(name) !== void 0);
			if (wrong !== void 0) throw new ParityError("usage", `--check writes nothing, so --${wrong} has no meaning with it`, "leave one of them out");
			await check(context, options);
			return;
		}
		if (options.job !== void 0 && options.into === void 0) throw new ParityError("usage", "--job names a job of the workflow of --into", "goparity init --into .github/workflows/ci.yml --job test");
		await write(context, {
			...options,
			into: options.into === "" ? void 0 : options.into
		});
	});
}

// src/cli/commands/inspect.ts
function parseInspectionFormat(text) {
	if (text === "" || text === "text") return "text";
	if (text === "json") return "json";
	throw new InvalidArgumentError("Allowed: text, json.");
}
function addPlaces(text, before) {
	return [...before ?? [], ...parseList(text) ?? []];
}
function addArgument(text, before) {
	return [...before ?? [], text];
}
/** `goparity inspect`: what a binary needs, and whether it starts where it is meant to. */
function addInspect(program, context) {
	program.command("inspect").summary("what a binary needs, and whether it starts in an image or on another system").description("Reads ELF, Mach-O and PE files without running them: processor, static or dynamic, loader, libraries and theirs, oldest glibc, cgo, and how Go built it. With --for it says whether the program starts there and why not; with --root it looks into an unpacked image; --trace starts it and says what it really opened.").argument("<binaries...>", "Programs, libraries or plugins").option("--for <place>", "Where it must start: alpine:3.20, debian:12, scratch, distroless, glibc:2.17, musl, …; may be repeated", addPlaces).option("--platform <platform>", "Processor of these places: linux/amd64, linux/arm64, …; without it, that of the binary").option("--root <dir>", "Look for loader and libraries below this folder, the root of an unpacked image").option("--trace", "Start each program below strace, for ten seconds at most, and say what it opens and starts").option("--trace-arg <arg>", "With --trace: an argument for the program; may be repeated", addArgument).addOption(new Option("--format <format>", "How to print the result").choices(["text", "json"]).default("text").argParser(parseInspectionFormat)).option("-o, --output <file>", "Write the result to a file instead of standard output").option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  goparity inspect bin/app\n  goparity inspect bin/app --for alpine:3.20,debian:12 --for scratch\n  goparity inspect --root ./rootfs ./rootfs/usr/bin/app\n  goparity inspect --trace --trace-arg --version bin/app").action(async (binaries, options) => {
		if (options.traceArg !== void 0 && options.trace !== true) throw new ParityError("usage", "--trace-arg is for the program that --trace starts", "add --trace, or leave it out");
		const { inspect } = await import("./operations2.js");
		const { renderInspection, renderInspectionJson } = await import("./inspect-text.js");
		const { host, signal } = context;
		const outcome = await inspect({
			host,
			signal,
			progress: () => void 0
		}, {
			binaries,
			version: VERSION,
			trace: options.trace === true,
			...given("places", options.for),
			...given("platform", options.platform),
			...options.root === void 0 || options.root === "" ? {} : { root: options.root },
			...given("traceArgs", options.traceArg)
		});
		const toFile = options.output !== void 0 && options.output !== "" && options.output !== "-";
		const text = options.format === "json" ? renderInspectionJson(outcome.document) : renderInspection(outcome.document, import_picocolors.default.createColors(!toFile && context.color()));
		await deliverText(context, text, options.output);
		context.finish(outcome.exitCode);
	});
}

// src/cli/commands/plan-text.ts
/** Packages and files of one step that are shown; the JSON has all. */
const SHOWN = 12;
const MARKS$1 = {
	ok: "✓",
	warning: "!",
	stop: "✗",
	open: "?"
};
function paintOf(state, colors) {
	return state === "ok" ? colors.green : state === "stop" ? colors.red : colors.yellow;
}
/** Those that say something first: what is as it should be is only counted. */
function chosen(steps) {
	return [...steps.filter(({ state }) => state !== "ok"), ...steps.filter(({ state }) => state === "ok")].slice(0, SHOWN);
}
function stepLines(step, indent, isLast, colors) {
	const inner = step.steps ?? [];
	const shown = chosen(inner);
	const hidden = inner.length - shown.length;
	const deeper = `${indent}${isLast ? "   " : "│  "}`;
	return [
		`${indent}${isLast ? "└─" : "├─"} ${paintOf(step.state, colors)(MARKS$1[step.state])} ${safeLine(step.question)}: ${safeLine(step.answer)}`,
		...shown.flatMap((one, at) => stepLines(one, deeper, at === shown.length - 1 && hidden === 0, colors)),
		...hidden > 0 ? [`${deeper}└─ ${colors.dim(`and ${String(hidden)} more (--format json has all)`)}`] : []
	];
}
function fixLine({ command, edit, why }, colors) {
	if (command !== void 0) return `      fix  ${colors.cyan(safeLine(command))}   (${safeLine(why)})`;
	return `      fix  ${safeLine(edit ?? why)}${edit === void 0 ? "" : `: ${safeLine(why)}`}`;
}
function planLines(plan, colors) {
	const paint = plan.verdict === "cannot" ? colors.red : plan.verdict === "builds" ? colors.green : colors.yellow;
	const mark = {
		builds: "✓",
		"builds-without": "!",
		cannot: "✗",
		open: "?"
	}[plan.verdict];
	const lines = [`${paint(mark)} ${colors.bold(safeLine(plan.target))}   ${describePlanVerdict(plan.verdict)}${plan.rule === void 0 ? "" : `   ${colors.dim(plan.rule)}`}`];
	lines.push(...plan.steps.flatMap((step, at) => stepLines(step, "  ", at === plan.steps.length - 1, colors)));
	for (const { title, message, location, evidence, fix, severity } of plan.findings) {
		const place = location === void 0 ? "" : `   ${safeLine(location.file)}${location.line === void 0 ? "" : `:${String(location.line)}`}`;
		lines.push(`    ${(severity === "error" ? colors.red : colors.yellow)(severity)}  ${safeLine(title)}${place}`, `      ${safeLine(message)}`);
		lines.push(...evidence.slice(0, 4).map((line) => colors.dim(`      | ${safeLine(line)}`)));
		lines.push(...fix.map((one) => fixLine(one, colors)));
	}
	return lines;
}
/** The plans as trees, a target each. */
function renderPlan({ roots, degraded }, colors) {
	const lines = [];
	for (const { directory, plans } of roots) {
		if (roots.length > 1) lines.push(colors.bold(safeLine(directory)), "");
		for (const plan of plans) lines.push(...planLines(plan, colors), "");
	}
	lines.push(...degraded.map(({ what, why }) => `not done: ${safeLine(what)}: ${safeLine(why)}`));
	const all = roots.flatMap(({ plans }) => plans);
	const count = (verdict) => all.filter((plan) => plan.verdict === verdict).length;
	const verdicts = [
		"builds",
		"builds-without",
		"open",
		"cannot"
	].filter((verdict) => count(verdict) > 0);
	lines.push(verdicts.map((verdict) => `${String(count(verdict))} ${describePlanVerdict(verdict)}`).join(", "));
	return `${lines.join("\n")}\n`;
}

// src/cli/commands/plan.ts
const PLAN_FORMATS = [
	"text",
	"json",
	"mermaid"
];
function parsePlanFormat(text) {
	const format = PLAN_FORMATS.find((one) => one === (text === "" ? "text" : text));
	if (format === void 0) throw new InvalidArgumentError(`Allowed: ${PLAN_FORMATS.join(", ")}.`);
	return format;
}
/** `goparity plan`: what becomes of each target, before anything is built. */
function addPlan(program, context) {
	program.command("plan").summary("decide each target before building: will it build, without what, and why not").description("Decides every target without compiling anything: platform and variant, cgo and why, the packages, and for C the compiler, what it builds for, headers, pkg-config and libraries of the target.").option("-C, --directory <dir>", doc("working-directory"), ".").option("--config <file>", doc("config")).option("--targets <list>", doc("targets"), parseList).option("--packages <list>", doc("packages"), parseList).option("--in <image>", "Decide inside of a container image that has Go: its Go, its C compiler, its headers and libraries").option("--engine <command>", "With --in: the client to use, docker or podman with its flags").addOption(new Option("--format <format>", "How to print the result").choices([...PLAN_FORMATS]).default("text").argParser(parsePlanFormat)).option("-o, --output <file>", doc("output")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  goparity plan --targets linux/arm64+cgo,windows/amd64\n  goparity plan --targets \"linux/*\" --format mermaid").action(async (options) => {
		const outcome = await withProject(context, options, async (session, { project }, operations) => operations.plan(session, {
			...project,
			...given("targets", options.targets),
			...given("packages", options.packages),
			...options.in === void 0 || options.in === "" ? {} : { in: {
				image: options.in,
				...given("engine", options.engine)
			} }
		}));
		const { planToMermaid } = await import("./targets2.js");
		const toFile = options.output !== void 0 && options.output !== "" && options.output !== "-";
		const { document } = outcome;
		const text = options.format === "json" ? `${JSON.stringify(document, null, 2)}\n` : options.format === "mermaid" ? planToMermaid(document.roots.flatMap(({ plans }) => plans)) : renderPlan(document, import_picocolors.default.createColors(!toFile && context.color()));
		await deliverText(context, text, options.output);
		context.finish(outcome.exitCode);
	});
}

// src/cli/commands/probe.ts
function parseProbeFormat(text) {
	if (text === "" || text === "text") return "text";
	if (text === "json") return "json";
	throw new InvalidArgumentError("Allowed: text, json.");
}
/** `goparity probe`: what this machine does with names, time, users and C, measured. */
function addProbe(program, context) {
	program.command("probe").summary("measure resolver, dead nameservers, clock, os/user and libc of this machine").description("Builds small Go programs with cgo and without, runs them, and says what they measured: who looks names up and whether it honours search, timeout, attempts and ndots, what a dead nameserver costs a lookup, a dial and http.DefaultTransport, what GODEBUG=netdns comes to, os/user, clocks, libc. Nothing is sent beyond this machine. With results of earlier probes it compares them instead.").argument("[results...]", "Results of earlier probes (JSON), two or more: they are compared and nothing is measured").option("-C, --directory <dir>", "Directory whose go command and compiler count", ".").option("--slow", "Also wait until http.DefaultTransport gives up by itself, which takes 30 s").addOption(new Option("--format <format>", "How to print the result").choices(["text", "json"]).default("text").argParser(parseProbeFormat)).option("-o, --output <file>", "Write the result to a file instead of standard output").option("--quiet", "No progress on standard error").option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  goparity probe\n  goparity probe --format json -o laptop.json\n  goparity probe laptop.json ci.json").action(async (results, options) => {
		const { compareProbeFiles, probe } = await import("./operations2.js");
		const { renderComparison, renderProbe, renderProbeJson } = await import("./probe-text.js");
		const { host, signal, io } = context;
		const display = openProgress(io.stderr, options.quiet === true);
		const session = {
			host,
			signal,
			progress: (event) => {
				display.show(event);
			}
		};
		const toFile = options.output !== void 0 && options.output !== "" && options.output !== "-";
		const colors = import_picocolors.default.createColors(!toFile && context.color());
		const asJson = options.format === "json";
		if (results.length > 0) {
			const { comparison, exitCode } = await compareProbeFiles(session, {
				paths: results,
				version: VERSION
			});
			await deliverText(context, asJson ? renderProbeJson(comparison) : renderComparison(comparison, colors), options.output);
			context.finish(exitCode);
			return;
		}
		let document;
		try {
			document = await probe(session, {
				directory: resolve(host.cwd, options.directory),
				version: VERSION,
				slow: options.slow === true
			});
		} finally {
			display.stop();
		}
		await deliverText(context, asJson ? renderProbeJson(document) : renderProbe(document, colors), options.output);
		context.finish(0);
	});
}

// src/cli/commands/record.ts
/** `goparity record`: the snapshot of this job. */
function addRecord(program, context) {
	program.command("record").summary("write this job's snapshot").description("Writes what this job builds with as JSON: go env, toolchain, C compiler, libc, modules and go.sum. Nothing is downloaded, verified or built; recorded twice on one machine, it is the same bytes.").option("-C, --directory <dir>", doc("working-directory"), ".").option("--config <file>", doc("config")).option("--job <name>", doc("job")).option("--matrix <json>", doc("matrix")).option("-o, --output <file>", doc("output")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", `
Examples:
  goparity record -o snapshot.json
  goparity record --job build --matrix '{"go":"1.26"}' -o linux.json
  goparity compare linux.json laptop.json`).action(async (options) => {
		const outcome = await withProject(context, options, async (session, { project }, operations) => operations.record(session, project));
		const { canonicalJson } = await import("./snapshot2.js");
		const { report } = outcome;
		if (report.findings.length > 0) {
			const { renderText } = await import("./report2.js");
			context.io.stderr.write(renderText(report, {
				color: false,
				...options.quiet === true ? { quiet: true } : {}
			}));
		}
		await deliverText(context, canonicalJson(outcome.snapshot), options.output);
		context.finish(outcome.exitCode);
	});
}

// src/cli/commands/run.ts
/** `goparity run -- CMD`: the command never starts on unverified modules. */
function addRun(program, context) {
	program.command("run").summary("download, verify, then run a command; it never starts on unverified modules").description("Downloads and verifies the modules and only then runs the command, without a shell and without GITHUB_TOKEN and ACTIONS_* in its environment. Its failure is classified.").argument("<command...>", "The command and its arguments, after --").option("-C, --directory <dir>", doc("working-directory"), ".").option("--config <file>", doc("config")).option("--no-vendor", "Do not hold the vendor folder against the modules it was made from").option("--checksum-database <mode>", doc("checksum-database"), parseChecksumDatabase).option("--fail-on <level>", doc("fail-on"), parseFailOn).option("--job <name>", doc("job")).option("--matrix <json>", doc("matrix")).option("--format <format>", doc("format"), parseFormat, "text").option("-o, --output <file>", doc("output")).option("--quiet", doc("quiet")).option("--no-color", "No colours").passThroughOptions().addHelpText("after", "\nExamples:\n  goparity run -- go test ./...\n  goparity run -C services/api -- make release").action(async (command, options) => {
		const { io } = context;
		const reports = options.format !== "text" && (options.output ?? "") === "";
		const onOutput = (stream, chunk) => {
			io[reports ? "stderr" : stream].write(chunk);
		};
		const outcome = await withProject(context, options, async (session, { project }, operations) => operations.run(session, {
			...project,
			vendor: options.vendor,
			...given("checksumDatabase", options.checksumDatabase),
			command,
			onOutput,
			...given("failOn", options.failOn)
		}));
		if (options.format !== "text" || (options.output ?? "") !== "" || outcome.exitCode !== 0) await deliver(context, outcome.report, options);
		context.finish(outcome.exitCode);
	});
}

// src/cli/commands/sync-text.ts
const MARKS = {
	written: "+",
	removed: "-",
	same: "=",
	conflict: "!",
	waiting: "…"
};
/** One line of what became of it, and below what differs from before. */
function renderSync(document, colors) {
	const { state, message, wayOut, files, go, place, isQueued } = document;
	const isGood = state === "written" || state === "same" || state === "shared" || state === "nothing";
	const lines = [`${isGood ? colors.green("✓") : isQueued ? colors.yellow("…") : colors.red("✗")} ${place}: ${message}${go === null ? "" : ` (${go.replace(/^go version /, "")})`}`];
	if (isQueued) lines.push("  it waits: the next commit brings it, or goparity sync --pending");
	for (const { path, change } of files) if (change !== "same") lines.push(`  ${MARKS[change]} ${path}`);
	if (!isGood && !isQueued && wayOut !== "") lines.push(`  way out: ${wayOut}${state === "down" ? `; then goparity sync ${shellWord(place)}` : ""}`);
	return `${lines.map(safeLine).join("\n")}\n`;
}

// src/cli/commands/sync.ts
const POLICIES = [
	"warn",
	"block",
	"queue"
];
/** A hook may cost a commit this much; whoever waits for the answer has more time. */
const HOOK_DEADLINE_MS = 3e3;
const DEADLINE_MS = 1e4;
const HOOK_DOWNLOAD_MS = 6e4;
const DOWNLOAD_MS = 6e5;
function parseSeconds(text) {
	const seconds = Number(text);
	if (!/^\d{1,4}(?:\.\d{1,3})?$/.test(text) || seconds === 0) throw new InvalidArgumentError("Allowed: seconds, such as 3 or 0.5.");
	return seconds * 1e3;
}
function sourceOf(flags) {
	const [first, second] = [
		flags.commit === void 0 ? "" : "--commit",
		flags.worktree === true ? "--worktree" : "",
		flags.pending === true ? "--pending" : ""
	].filter((flag) => flag !== "");
	if (first !== void 0 && second !== void 0) throw new ParityError("usage", `${first} and ${second} exclude each other`, "give one of them");
	if (flags.commit !== void 0) return {
		from: "commit",
		reference: flags.commit
	};
	if (flags.worktree === true) return { from: "worktree" };
	return flags.pending === true ? { from: "pending" } : { from: "index" };
}
/** `goparity sync`: the staged go.mod and go.sum into a dev container. */
function addSync(program, context) {
	program.command("sync").summary("bring the staged go.mod and go.sum into a dev container or another machine").description("Brings the staged go.mod, go.sum, go.work, go.work.sum and vendor/modules.txt of the repository into another place, all or none, then downloads and verifies the modules there. A place that has the files of this machine (a bind mount) is never written.").argument("[place]", "docker:NAME[:DIR], devcontainer, ssh://[USER@]HOST[:PORT]/DIR or exec:COMMAND", "devcontainer").option("-C, --directory <dir>", doc("working-directory"), ".").option("--commit <ref>", "Bring what a commit has, not what is staged").option("--worktree", "Bring the files as they lie in the working tree").option("--pending", "Bring what a run before could not bring").option("--force", "Overwrite files that somebody else changed there").addOption(new Option("--policy <policy>", "When the place cannot take them: warn (exit code 0), block (3), or queue them").choices(POLICIES)).option("--hook <name>", "The git hook that runs it: short deadlines, and warn unless --policy says otherwise").option("--deadline <seconds>", "Until the place must have answered", parseSeconds).option("--no-download", "Do not download and verify the modules there").option("--no-compare", "Do not compare the place with this machine afterwards, as check --with does; a hook never does").option("--engine <command>", "The container client with its flags; docker, else podman", parseEngine).addOption(new Option("--format <format>", "How to print the result").choices(["text", "json"]).default("text")).option("-o, --output <file>", doc("output")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  goparity sync docker:dev:/workspaces/app\n  goparity sync ssh://me@build-1/~/app --commit HEAD\n  goparity hook install --to devcontainer").action(async (place, options) => {
		const isHook = options.hook !== void 0;
		const policy = options.policy ?? (isHook ? "warn" : "block");
		const { checkWith, loadConfig, sync } = await import("./operations2.js");
		const display = openProgress(context.io.stderr, isHook || options.quiet === true);
		const session = {
			host: context.host,
			signal: context.signal,
			progress: (event) => {
				display.show(event);
			}
		};
		const engine = options.engine ?? null;
		const directory = resolve(context.host.cwd, options.directory);
		try {
			const { document, exitCode } = await sync(session, {
				directory,
				place,
				source: sourceOf(options),
				policy,
				force: options.force === true,
				deadlineMs: options.deadline ?? (isHook ? HOOK_DEADLINE_MS : DEADLINE_MS),
				downloadMs: options.download ? isHook ? HOOK_DOWNLOAD_MS : DOWNLOAD_MS : 0,
				engine,
				version: VERSION
			});
			const compared = !isHook && options.compare && options.download && document.go !== null && exitCode === 0 ? await checkWith(session, {
				directory,
				config: await loadConfig(context.host, directory),
				version: VERSION,
				job: {},
				place,
				engine
			}) : null;
			display.stop();
			const { renderJson, renderText } = await import("./report2.js");
			const color = !(options.output !== void 0 && options.output !== "" && options.output !== "-") && context.color();
			const comparison = compared === null ? null : JSON.parse(renderJson(compared.report));
			const text = options.format === "json" ? `${JSON.stringify({
				...document,
				comparison
			}, null, 2)}\n` : `${renderSync(document, import_picocolors.default.createColors(color))}${compared === null ? "" : `\n${renderText(compared.report, { color })}`}`;
			const worst = exitCode === 0 ? compared?.exitCode ?? 0 : exitCode;
			if (!(options.quiet === true && worst === 0 && options.format === "text")) await deliverText(context, text, options.output);
			context.finish(policy === "block" ? worst : 0);
		} finally {
			display.stop();
		}
	});
}

// src/cli/commands/verify.ts
/** `goparity verify`: integrity alone. */
function addVerify(program, context) {
	program.command("verify").summary("are the modules what go.sum says: module cache, go.sum, vendor").description("Downloads the modules and holds go.sum, the module cache and the vendor folder against one another, layer by layer.").option("-C, --directory <dir>", doc("working-directory"), ".").option("--config <file>", doc("config")).option("--no-vendor", "Do not hold the vendor folder against the modules it was made from").option("--checksum-database <mode>", doc("checksum-database"), parseChecksumDatabase).option("--repair", doc("repair")).option("--build-cache <mode>", doc("build-cache"), parseBuildCache).option("--fail-on <level>", doc("fail-on"), parseFailOn).option("--job <name>", doc("job")).option("--matrix <json>", doc("matrix")).option("--format <format>", doc("format"), parseFormat, "text").option("-o, --output <file>", doc("output")).option("--quiet", doc("quiet")).option("--no-color", "No colours").addHelpText("after", "\nExamples:\n  goparity verify\n  goparity verify --fail-on unknown").action(async (options) => {
		const outcome = await withProject(context, options, async (session, { project }, operations) => operations.verify(session, {
			...project,
			vendor: options.vendor,
			...given("checksumDatabase", options.checksumDatabase),
			...given("buildCache", options.buildCache),
			...given("repair", options.repair),
			...given("failOn", options.failOn)
		}));
		await deliver(context, outcome.report, options);
		context.finish(outcome.exitCode);
	});
}

// src/cli/failure.ts
const EXIT = {
	usage: 2,
	"config-invalid": 2,
	"target-invalid": 2,
	"directory-missing": 2,
	"module-missing": 2,
	"go-missing": 2,
	"go-unreadable": 1,
	"snapshot-unreadable": 2,
	"snapshot-newer": 2,
	"baseline-unreadable": 2,
	"baseline-newer": 2,
	"archive-refused": 2,
	"baseline-untrusted": 2,
	"github-failed": 1,
	"git-failed": 2,
	"write-failed": 2,
	cancelled: 130
};
/** The exit code of an error; a cancelled run has that of the signal which cancelled it. */
function exitCodeOfError(error, signal) {
	if (!(error instanceof ParityError)) return 1;
	const code = EXIT[error.code];
	return code === 130 && signal?.reason === "SIGTERM" ? 143 : code;
}
/** `error: …`, the way out below it; a stack only with `DEBUG=goparity` or when it is our fault. */
function describeError(error, debug) {
	const { message, stack } = toError(error);
	if (!(error instanceof ParityError)) return `error: ${message}\n  this is a bug in goparity: please report it with the lines below\n${stack ?? ""}\n`;
	const sentence = message.replaceAll(/\s*[\r\n]+\s*/g, " ");
	if (error.code === "cancelled" && !debug) return `${sentence}\n`;
	return `error: ${sentence}\n${error.hint === void 0 ? "" : `${error.hint.replaceAll(/^/gm, "  ")}\n`}${debug ? `${stack ?? ""}\n` : ""}`;
}

// src/cli/run-cli.ts
/** The headings under which `--help` shows the flags. */
const GROUPS = {
	"--directory": "Project:",
	"--config": "Project:",
	"--targets": "What to verify and build:",
	"--packages": "What to verify and build:",
	"--no-vendor": "What to verify and build:",
	"--checksum-database": "What to verify and build:",
	"--build-cache": "What to verify and build:",
	"--repair": "What to verify and build:",
	"--fix": "What to verify and build:",
	"--yes": "What to verify and build:",
	"--with": "What counts:",
	"--engine": "What counts:",
	"--baseline": "What counts:",
	"--expected-jobs": "What counts:",
	"--fail-on": "What counts:",
	"--job": "Which job this is (the CI says it by itself):",
	"--matrix": "Which job this is (the CI says it by itself):",
	"--format": "Result:",
	"--output": "Result:",
	"--snapshot": "Result:",
	"--quiet": "Result:",
	"--no-color": "Result:"
};
const EXIT_CODES = `
Exit codes:
  0  nothing at or above --fail-on
  1  internal error
  2  usage, configuration, unreadable input or missing tool
  3  findings at or above --fail-on
  130, 143  cancelled by SIGINT, SIGTERM`;
/** https://no-color.org: any value but an empty one. */
function wantsColor({ env }, { isTTY }, args) {
	const own = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
	return isTTY && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb" && !own.includes("--no-color");
}
function finishHelp(command) {
	for (const option of command.options) {
		if (option.long === "--format") option.argChoices ??= [...FORMATS];
		if (option.long === "--fail-on") option.argChoices = [...FAIL_ON];
		const heading = command.name() === "init" ? void 0 : GROUPS[option.long ?? ""];
		if (heading !== void 0) Object.assign(option, { helpGroupHeading: heading });
	}
	if (command.commands.length === 0) command.addHelpText("after", EXIT_CODES);
	for (const child of command.commands) finishHelp(child);
}
function makeProgram(context, args) {
	const { io, host } = context;
	const styled = import_picocolors.default.createColors(wantsColor(host, io.stdout, args));
	const warned = import_picocolors.default.createColors(wantsColor(host, io.stderr, args));
	const program = new Command("goparity").description("Shows when two machines do not build the same Go program, and names the cause.").version(VERSION, "-V, --version", "Print the version").helpOption("-h, --help", "Print this help").exitOverride().enablePositionalOptions().showHelpAfterError("(run it with --help to see what is allowed)").configureHelp({ styleTitle: (title) => styled.bold(title) }).configureOutput({
		writeOut: (text) => {
			io.stdout.write(text);
		},
		writeErr: (text) => {
			io.stderr.write(safeText(text));
		},
		outputError: (text, write) => {
			write(text.startsWith("error:") ? `${warned.red("error:")}${text.slice(6)}` : text);
		},
		getOutHelpWidth: () => io.stdout.columns ?? 100,
		getErrHelpWidth: () => io.stderr.columns ?? 100,
		getOutHasColors: () => styled.isColorSupported,
		getErrHasColors: () => warned.isColorSupported
	});
	addCheck(program, context);
	addVerify(program, context);
	addPlan(program, context);
	addGraph(program, context);
	addBuild(program, context);
	addRun(program, context);
	addRecord(program, context);
	addCompare(program, context);
	addBaseline(program, context);
	addInit(program, context);
	addExplain(program, context);
	addInspect(program, context);
	addProbe(program, context);
	addSync(program, context);
	addHook(program, context);
	return program;
}
/** A shell shows one short line for a command. */
function describeShort(command) {
	if (command.summary() !== "") command.description(command.summary());
	for (const child of command.commands) describeShort(child);
}
/** Scripts and answers for shells; they replace the entry that only stands in the help. */
async function addCompletion(program, asked) {
	if (!asked) {
		program.command("completion").summary("print completion for bash, zsh, fish or powershell").argument("<shell>", "bash, zsh, fish or powershell");
		return;
	}
	describeShort(program);
	const { default: tab } = await import("./bomb.sh-tab.js");
	tab(program, { completionCommandName: "completion" });
}
const MAIN_HELP = `
Examples:
  goparity check -C examples/hello                 verify the modules, build the targets
  goparity check --targets linux/arm64,windows/amd64
  goparity baseline save                           what later runs are compared with
  goparity run -- go test ./...                    never on unverified modules
${EXIT_CODES}

The configuration stands in .goparity.yml. Progress goes to standard error, the result to standard output.`;
/**
* The whole command: arguments in, exit code out. Writes to `io` only; `signal` cancels it, with the reason
* `SIGINT` or `SIGTERM`. Never throws.
*/
async function runCli(host, args, io, signal) {
	let code = 0;
	const context = {
		host,
		io,
		signal,
		color: () => wantsColor(host, io.stdout, args),
		finish: (given) => {
			code = given;
		}
	};
	try {
		const program = makeProgram(context, args);
		finishHelp(program);
		program.addHelpText("after", MAIN_HELP);
		await addCompletion(program, args[0] === "completion" || args[0] === "complete");
		if (args.length === 0) program.help({ error: true });
		await program.parseAsync([...args], { from: "user" });
		return code;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
		const debug = /(?:^|,)goparity(?:,|$)/.test(host.env["DEBUG"] ?? "");
		const text = safeText(describeError(error, debug));
		const colors = import_picocolors.default.createColors(wantsColor(host, io.stderr, args));
		io.stderr.write(text.startsWith("error:") ? `${colors.red("error:")}${text.slice(6)}` : text);
		return exitCodeOfError(error, signal);
	}
}

export { runCli };