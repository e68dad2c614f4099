const repeated = (part: string, length: number): string =>
	part.repeat(Math.ceil(length / part.length));

/**
 * Long texts that made some pattern walk the same run again from each of its characters. Each is about
 * so many characters long.
 */
export const LONG_TEXTS: Record<string, (length: number) => string> = {
	blanks: (length) => `x${repeated(' ', length)}x`,
	tabs: (length) => `x${repeated('\t', length)}x`,
	'unseen characters': (length) => `x${repeated('\u200b', length)}x`,
	'line breaks': (length) => repeated('a\r\n', length),
	commas: (length) => `Kerkstraat${repeated(' ,', length)}x`,
	dashes: (length) => `x${repeated('-', length)}x`,
	dots: (length) => `x${repeated('.', length)}x`,
	slashes: (length) => `https://x.example${repeated('/', length)}x`,
	'encoded characters': (length) => `https://x.example/${repeated('%4', length)}`,
	digits: (length) => `${repeated('1', length)}x`,
	letters: (length) => `${repeated('a', length)} 1`,
	words: (length) => repeated('aa ', length),
	numbers: (length) => `Kerkstraat ${repeated('1944 ', length)}`,
	capitals: (length) => repeated('aB', length),
	brackets: (length) => repeated('(', length),
	tags: (length) => repeated('<title ', length),
	'file names': (length) => repeated("filename*=utf-8'", length),
	'a file name with strokes': (length) => `filename="${repeated('\\', length)}`,
};
