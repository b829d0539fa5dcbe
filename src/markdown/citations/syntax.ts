import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import { isKeyCharacter } from '../../lib/evidence/citation.ts';

/**
 * The syntax of citations for micromark: `[@a; @b#response, p. 4]`, `[-@a]`, `@a` in the running
 * text, and declared calculations, `:calc[14.2 points]{from="a - b"}`. Being part of the tokenizer,
 * they are read wherever text is (bold, headings, tables, captions, notes, components) and never in
 * code, addresses or e-mail addresses, and `\@` escapes them.
 */

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation';
    citationText: 'citationText';
    calculation: 'calculation';
    calculationText: 'calculationText';
  }
}

const AT = 64;
const LEFT_BRACKET = 91;
const RIGHT_BRACKET = 93;
const LEFT_PARENTHESIS = 40;
const LEFT_BRACE = 123;
const RIGHT_BRACE = 125;
const BACKSLASH = 92;
const HYPHEN = 45;
const COLON = 58;
const CARET = 94;
const NUMBER_SIGN = 35;

/** A line ending, as micromark writes it. */
const isEnd = (code: Code) => code !== null && code < -2;

const isNameCharacter = (code: Code): code is NonNullable<Code> =>
  code !== null && isKeyCharacter(code);

/** Characters inside a name that need one more of a name behind them. */
const isJoiner = (code: Code) => code === 45 || code === 95 || code === 46 || code === 58;

const bracketed: Tokenizer = function (effects, ok, nok) {
  let seen = false;

  return start;

  function start(code: Code): State | undefined {
    effects.enter('citation');
    effects.enter('citationText');
    effects.consume(code);
    return first;
  }

  function first(code: Code): State | undefined {
    if (code === HYPHEN && !seen) {
      effects.consume(code);
      seen = true;
      return first;
    }
    return code === AT ? within(code) : nok(code);
  }

  function within(code: Code): State | undefined {
    if (code === null || code === LEFT_BRACKET || code === BACKSLASH) return nok(code);
    if (isEnd(code)) {
      effects.exit('citationText');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      effects.enter('citationText');
      return within;
    }
    effects.consume(code);
    return code === RIGHT_BRACKET ? after : within;
  }

  function after(code: Code): State | undefined {
    // What goes on is a link: `[@name](https://…)`, `[@name][label]`.
    if (code === LEFT_PARENTHESIS) return nok(code);
    if (code === LEFT_BRACKET) {
      return effects.check({ tokenize: noteOrCitation, partial: true }, done, nok)(code);
    }
    return done(code);
  }

  function done(code: Code): State | undefined {
    effects.exit('citationText');
    effects.exit('citation');
    return ok(code);
  }
};

/** The beginning of a note or of another citation: `[^note]`, `[@name]`, `[-@name]`. */
const noteOrCitation: Tokenizer = function (effects, ok, nok) {
  return (code) => {
    effects.enter('citationText');
    effects.consume(code);
    effects.exit('citationText');
    return (next: Code) =>
      next === CARET || next === AT || next === HYPHEN ? ok(next) : nok(next);
  };
};

const narrative: Tokenizer = function (effects, ok, nok) {
  let finding = false;

  return start;

  function start(code: Code): State | undefined {
    effects.enter('citation');
    effects.enter('citationText');
    effects.consume(code);
    return first;
  }

  function first(code: Code): State | undefined {
    if (!isNameCharacter(code)) return nok(code);
    effects.consume(code);
    return within;
  }

  function within(code: Code): State | undefined {
    if (isNameCharacter(code)) {
      effects.consume(code);
      return within;
    }
    if (isJoiner(code) || (code === NUMBER_SIGN && !finding)) {
      return effects.check({ tokenize: joined, partial: true }, join, done)(code);
    }
    return done(code);
  }

  function join(code: Code): State | undefined {
    if (code === NUMBER_SIGN) finding = true;
    effects.consume(code);
    return within;
  }

  function done(code: Code): State | undefined {
    effects.exit('citationText');
    effects.exit('citation');
    return ok(code);
  }
};

/** One character of any kind and one of a name. */
const joined: Tokenizer = function (effects, ok, nok) {
  return (code) => {
    effects.enter('citationText');
    effects.consume(code);
    effects.exit('citationText');
    return (next: Code) => (isNameCharacter(next) ? ok(next) : nok(next));
  };
};

const calculation: Tokenizer = function (effects, ok, nok) {
  const word = ':calc[';
  let at = 0;

  return start;

  function start(code: Code): State | undefined {
    effects.enter('calculation');
    effects.enter('calculationText');
    return name(code);
  }

  function name(code: Code): State | undefined {
    if (code !== word.charCodeAt(at)) return nok(code);
    effects.consume(code);
    at++;
    return at === word.length ? label : name;
  }

  function label(code: Code): State | undefined {
    if (code === null || isEnd(code) || code === LEFT_BRACKET) return nok(code);
    effects.consume(code);
    return code === RIGHT_BRACKET ? brace : label;
  }

  function brace(code: Code): State | undefined {
    if (code !== LEFT_BRACE) return nok(code);
    effects.consume(code);
    return attributes;
  }

  function attributes(code: Code): State | undefined {
    if (code === null || isEnd(code) || code === LEFT_BRACE) return nok(code);
    effects.consume(code);
    if (code !== RIGHT_BRACE) return attributes;
    effects.exit('calculationText');
    effects.exit('calculation');
    return ok;
  }
};

/** Not behind a letter or a digit (an e-mail address), nor inside an address or a file name. */
const mayBegin: Construct['previous'] = function (code) {
  return !(isNameCharacter(code) || code === 47 || code === AT || code === 46 || code === 45);
};

export const citationSyntax: Extension = {
  text: {
    [LEFT_BRACKET]: { name: 'citation', tokenize: bracketed },
    [AT]: { name: 'citationInText', tokenize: narrative, previous: mayBegin },
    [COLON]: { name: 'calculation', tokenize: calculation },
  },
};
