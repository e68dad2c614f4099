import { nameInHeader, safeFileName } from '../../../../nodes/shared/api/fileType';

describe('a safe file name', () => {
	it.each([
		['../../etc/passwd', 'etc-passwd'],
		['C:\\pods\\a.pdf', 'C-pods-a.pdf'],
		['a\u0000b\r\nc.pdf', 'a-b-c.pdf'],
		// Shown from right to left behind the mark, this would end with "exe.jpg".
		['pod-\u202Egpj.exe', 'pod-gpj.exe'],
		['配達証明 1.pdf', '配達証明 1.pdf'],
		['half \ud83d.pdf', 'half -.pdf'],
		[' . ', 'file'],
		['', 'file'],
	])('%j becomes %j', (given, name) => {
		expect(safeFileName(given)).toBe(name);
	});

	it('is cut between letters, and keeps its extension', () => {
		const short = safeFileName(`${'😀'.repeat(200)}.pdf`);
		expect(short).toBe(`${'😀'.repeat(146)}.pdf`);
	});
});

describe('the name in a header', () => {
	it.each([
		['attachment; filename="a b.pdf"', 'a b.pdf'],
		['attachment; filename=a.pdf', 'a.pdf'],
		['attachment; filename="say \\"hi\\".pdf"', 'say "hi".pdf'],
		["attachment; filename=x.pdf; filename*=UTF-8''%C3%84%2F1.pdf", 'Ä/1.pdf'],
		["attachment; filename=x.pdf; filename*=UTF-8''%C3%", 'x.pdf'],
		['attachment', null],
		[undefined, null],
		[7, null],
	])('%j is %j', (header, name) => {
		expect(nameInHeader(header)).toBe(name);
	});
});
