import { messageOf, UserError } from '../../runtime/plain/errors.cjs';

const refused = (code: string, more: object) =>
	Object.assign(new Error(`${code}: as the system says it`), { code, ...more });

it.each([
	[
		'a full disk',
		refused('ENOSPC', { syscall: 'write' }),
		'The disk is full. Free some space, and run the command again.',
	],
	[
		'a full disk at a file',
		refused('ENOSPC', { syscall: 'mkdir', path: '/cache' }),
		'/cache cannot be used. The disk is full. Free some space, and run the command again.',
	],
	[
		'a folder of somebody else',
		refused('EACCES', { syscall: 'mkdir', path: '/cache' }),
		'/cache cannot be used. This user may not. Choose another folder, or check who owns this one, and run the command again.',
	],
	[
		'a target that can only be read',
		refused('EROFS', { syscall: 'rename', path: '/a', dest: '/b' }),
		'/b cannot be used. Nothing can be written there. Choose another folder, and run the command again.',
	],
	[
		'a port below 1024',
		refused('EACCES', { syscall: 'listen', port: 80 }),
		'EACCES: as the system says it',
	],
	['a sentence', new UserError('No.'), 'No.'],
	['another error', refused('ENOENT', { path: '/a' }), 'ENOENT: as the system says it'],
	['what is no error', 'words', 'words'],
])('%s is told in a sentence', (_what, thrown, message) => {
	expect(messageOf(thrown)).toBe(message);
});
