import { addressLine, oneLine } from '../../../../nodes/shared/event/oneLine';

it.each([
	['Left at the door', 'Left at the door'],
	['Left\u0000at the door', 'Left at the door'],
	[' two\r\n\r\nlines\t', 'two lines'],
	['a\u0085b\u2028c\u2029d\vE\ff', 'a b c d E f'],
	['bell\u0007 and escape\u001b[0m', 'bell and escape [0m'],
	['T\ud83d', 'T\ufffd'],
	['whole \ud83d\ude00 face', 'whole \ud83d\ude00 face'],
	['inner  blanks stay', 'inner  blanks stay'],
])('%p is %p in one line', (text, line) => {
	expect(oneLine(text)).toBe(line);
});

it.each(['', ' \n ', '\u0000'])('nothing is left of %p', (text) => {
	expect([oneLine(text), addressLine(text)]).toEqual([null, null]);
});

it.each([
	['14 Banksia St\r\nGeelong VIC 3220\nAustralia', '14 Banksia St, Geelong VIC 3220, Australia'],
	['14 Banksia St,\nGeelong', '14 Banksia St, Geelong'],
	['Unit 5\u2028rear\u0085\n\nhouse', 'Unit 5, rear, house'],
	['one\u0000two, three', 'one two, three'],
])('the address %p is %p', (text, line) => {
	expect(addressLine(text)).toBe(line);
});
