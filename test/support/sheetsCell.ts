/** What a cell of a sheet holds, and what a person sees in it. */
export interface Cell {
	value: string | number | boolean;
	shown: string;
	/** Set where the text was taken for a formula. */
	formula?: string;
}

export type InputOption = 'RAW' | 'USER_ENTERED';
type Input = string | number | boolean;

const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+|(?=\.\d))(\.\d*)?(e[+-]?\d+)?(%)?$/i;
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const SHORT_DATE = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const DAY_MS = 86_400_000;
/** Day 0 of a sheet's calendar. */
const EPOCH = Date.UTC(1899, 11, 30);
const DIGITS_KEPT = 15;

/** Keeps a value as Sheets does: as it is with `RAW`, as if somebody had typed it with `USER_ENTERED`. */
export function cellOf(input: Input, option: InputOption): Cell {
	if (typeof input === 'string') return option === 'RAW' ? text(input) : typed(input);
	if (typeof input === 'boolean') return { value: input, shown: input ? 'TRUE' : 'FALSE' };
	return { value: input, shown: shownNumber(input) };
}

const text = (value: string): Cell => ({ value, shown: value });

/** What becomes of text that is typed into a cell of a sheet in the United States' locale. */
function typed(input: string): Cell {
	if (input.startsWith("'")) return text(input.slice(1));
	const trimmed = input.trim();
	if (/^(true|false)$/i.test(trimmed)) {
		const value = trimmed.toLowerCase() === 'true';
		return { value, shown: trimmed.toUpperCase() };
	}
	return number(trimmed) ?? date(trimmed) ?? formula(input) ?? text(input);
}

function number(input: string): Cell | undefined {
	const match = NUMBER.exec(input);
	if (!match) return undefined;
	const plain = Number(input.replace(/[,%]/g, ''));
	const value = Number((match[5] ? plain / 100 : plain).toPrecision(DIGITS_KEPT));
	return { value, shown: match[5] ? input : shownNumber(value) };
}

/** Long numbers are shown with two decimals and a power of ten. */
function shownNumber(value: number): string {
	if (Math.abs(value) < 1e15) return String(value);
	return value.toExponential(2).replace('e', 'E');
}

function date(input: string): Cell | undefined {
	const iso = ISO_DATE.exec(input);
	if (iso) {
		const [year = 0, month = 1, day = 1, ...time] = iso.slice(1).map(Number);
		return serial(Date.UTC(year, month - 1, day), time, input);
	}
	const short = SHORT_DATE.exec(input);
	if (short) {
		const [month = 1, day = 1, year = 0] = short.slice(1).map(Number);
		if (month > 12 || day > 31) return undefined;
		const thisYear = new Date().getUTCFullYear();
		const full = short[3] === undefined ? thisYear : year < 100 ? 2000 + year : year;
		return serial(Date.UTC(full, month - 1, day), [], `${month}/${day}/${full}`);
	}
	const clock = TIME.exec(input);
	return clock ? serial(EPOCH, clock.slice(1).map(Number), input) : undefined;
}

function serial(day: number, time: number[], shown: string): Cell {
	const [hours = 0, minutes = 0, seconds = 0] = time.map((part) => (Number.isNaN(part) ? 0 : part));
	return {
		value: (day - EPOCH) / DAY_MS + (hours * 3600 + minutes * 60 + seconds) / 86_400,
		shown,
	};
}

/** A plus begins a formula too, which is how phone numbers with spaces end as an error. */
function formula(input: string): Cell | undefined {
	if (!/^[=+]./.test(input)) return undefined;
	return { value: '#ERROR!', shown: '#ERROR!', formula: input };
}
