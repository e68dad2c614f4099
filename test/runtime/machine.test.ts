import { type Needs, problemsOf, requireMachine } from '../../runtime/plain/machine/checks.cjs';
import { type Machine, thisMachine } from '../../runtime/plain/machine/thisMachine.cjs';

const GIGABYTE = 1024 ** 3;

/** A computer with all that is needed, but for what a test says. */
function machine(lacks: Partial<Machine> = {}): Machine {
	return {
		nodeVersion: '20.12.0',
		platform: 'linux',
		arch: 'x64',
		env: {},
		bringsNode: true,
		installsPackages: false,
		hasProgram: (name) => ['apt-get', 'python3', 'make', 'g++'].includes(name),
		isPortTaken: () => Promise.resolve(false),
		isWritable: () => Promise.resolve(true),
		roomAt: () => Promise.resolve({ disk: 'a', bytes: 100 * GIGABYTE }),
		reachesGitHub: () => Promise.resolve(false),
		reachesRegistry: () => Promise.resolve(true),
		...lacks,
	};
}

const DEPENDENCIES = { path: '/checkout', gigabytes: 0.8 };
const N8N = {
	path: '/home/ada/.cache/n8n-nodes-lastmile',
	setting: 'LASTMILE_CACHE',
	gigabytes: 3,
	holdsNodes: true,
	isN8n: true,
};
const HOME = { path: '/home/ada/demo', setting: 'LASTMILE_HOME', holdsNodes: true };

function needs(changed: Partial<Needs> = {}): Needs {
	const installs = [DEPENDENCIES, N8N];
	return {
		node: '20.12',
		n8nNode: '24',
		installs,
		folders: [HOME],
		programs: [],
		ports: [],
		...changed,
	};
}

async function said(wanted: Needs, lacks: Partial<Machine>): Promise<string[]> {
	return (await problemsOf(wanted, machine(lacks))).map(({ what, mend }) => `${what} ${mend}`);
}

const never = () => Promise.reject(new Error('need not be asked'));
/** Everything has been installed before. */
const READY = needs({ installs: [] });

it('has nothing to say where all is there', async () => {
	expect(await problemsOf(needs(), machine())).toEqual([]);
	await expect(requireMachine(needs(), machine())).resolves.toBeUndefined();
});

it('asks nobody for anything where all is installed', async () => {
	const lacks = { reachesRegistry: never, reachesGitHub: never, roomAt: never };
	expect(await said(READY, { ...lacks, hasProgram: () => false })).toEqual([]);
});

describe('Node.js', () => {
	it.each(['18.20.4', '20.0.0', '20.11.1'])('%s is too old', async (nodeVersion) => {
		expect(await said(READY, { nodeVersion })).toEqual([
			`Node.js 20.12 or newer is needed; this is ${nodeVersion}. Install a newer one from https://nodejs.org, or with nvm: nvm install 24`,
		]);
	});

	it.each(['20.12.0', '20.19.5', '22.1.0', '24.0.0'])('%s will do', async (nodeVersion) => {
		expect(await said(READY, { nodeVersion })).toEqual([]);
	});

	it('must be n8n’s own minimum where npm cannot bring one', async () => {
		const lacks = { bringsNode: false, platform: 'freebsd', nodeVersion: '22.1.0' };
		const [first, ...others] = await said(needs(), lacks);
		expect(first).toContain('n8n needs Node.js 24 or newer');
		expect(first).toContain('(freebsd, x64)');
		expect(others).toEqual([]);
		expect(await said(needs(), { ...lacks, nodeVersion: '24.1.0' })).toEqual([]);
		expect(await said(READY, lacks)).toEqual([]);
	});
});

describe('folders', () => {
	it('tells each that cannot be written to, once, with the setting that chooses another', async () => {
		const isWritable = (path: string) => Promise.resolve(path === '/tmp');
		const installs = [DEPENDENCIES, N8N, { ...N8N, gigabytes: 2 }];
		expect(await said(needs({ installs }), { isWritable })).toEqual([
			`Nothing can be written to /checkout. Make it yours: sudo chown -R "$(id -un)" '/checkout'`,
			'Nothing can be written to /home/ada/.cache/n8n-nodes-lastmile. Choose a folder of your own: export LASTMILE_CACHE=/path/to/a/folder',
			'Nothing can be written to /home/ada/demo. Choose a folder of your own: export LASTMILE_HOME=/path/to/a/folder',
		]);
	});

	it.each(["/home/o'brien/demo", '/home/a\\b/demo'])('n8n cannot bear %s', async (path) => {
		const [first, ...others] = await said(needs({ folders: [{ ...HOME, path }] }), {});
		expect(first).toContain(`as in ${path}.`);
		expect(first).toContain('export LASTMILE_HOME=');
		expect(others).toEqual([]);
	});

	it('a checkout may lie in one like that, as no node is loaded from it', async () => {
		const installs = [{ ...DEPENDENCIES, path: "/home/o'brien/checkout" }];
		expect(await said(needs({ installs }), {})).toEqual([]);
	});

	it.each(['/home/Ada L/demo', '/home/ädå (1)/demo'])('n8n bears %s', async (path) => {
		expect(await said(needs({ folders: [{ ...HOME, path }] }), {})).toEqual([]);
	});

	it('on Windows a backslash is no fault', async () => {
		const folders = [{ ...HOME, path: 'C:\\Users\\ada\\demo' }];
		expect(await said(needs({ folders }), { platform: 'win32' })).toEqual([]);
	});
});

describe('the disk', () => {
	const roomAt = (bytes: number) => () => Promise.resolve({ disk: 'a', bytes });

	it('must hold all that is installed on it, taken together', async () => {
		expect(await said(needs(), { roomAt: roomAt(3.5 * GIGABYTE) })).toEqual([
			'The disk of /checkout has 3.5 GB free; 3.8 GB are needed once. Free some space, or choose a folder on another disk: export LASTMILE_CACHE=/path/to/a/folder',
		]);
		expect(await said(needs(), { roomAt: roomAt(3.8 * GIGABYTE) })).toEqual([]);
	});

	it('is looked at by itself where there are two', async () => {
		const disks = { '/checkout': 0.5, [N8N.path]: 3 };
		const lacks: Partial<Machine> = {
			roomAt: (path) => Promise.resolve({ disk: path, bytes: (disks[path] ?? 0) * GIGABYTE }),
		};
		expect(await said(needs(), lacks)).toEqual([
			'The disk of /checkout has 0.5 GB free; 0.8 GB are needed once. Free some space.',
		]);
	});
});

it('goes on without a registry where an earlier try has fetched everything', async () => {
	const installs = [{ ...N8N, gigabytes: 0 }];
	expect(await said(needs({ installs }), { reachesRegistry: never })).toEqual([]);
});

it('tells of a registry that gives no answer', async () => {
	const reachesRegistry = () => Promise.resolve(false);
	const [first, ...others] = await said(needs(), { reachesRegistry });
	expect(first).toMatch(/^npm's registry cannot be reached/);
	expect(others).toEqual([]);
});

describe('the compiler', () => {
	const only = (...names: string[]) => ({ hasProgram: (name: string) => names.includes(name) });

	it('is told by what is missing, with the command of this system', async () => {
		expect(await said(needs(), only('apt-get', 'make'))).toEqual([
			"n8n's database driver has to be compiled, as github.com does not give it here; missing: Python 3, a C++ compiler. sudo apt-get update && sudo apt-get install -y python3 make g++",
		]);
		const [onFedora] = await said(needs(), only('dnf'));
		expect(onFedora).toContain('sudo dnf install -y python3 make gcc-c++');
	});

	it('may have other names, or be named by the variables that node-gyp reads', async () => {
		expect(await said(needs(), only('python', 'gmake', 'clang++'))).toEqual([]);
		const env = { PYTHON: '/opt/python', CXX: 'zig c++' };
		expect(await said(needs(), { ...only('make'), env })).toEqual([]);
	});

	it('is not needed where the prebuilt file can be had', async () => {
		const reachesGitHub = () => Promise.resolve(true);
		expect(await said(needs(), { ...only(), reachesGitHub })).toEqual([]);
	});

	it('is not asked for where only the dependencies are missing, or on Windows', async () => {
		const lacks = { ...only(), reachesGitHub: never };
		expect(await said(needs({ installs: [DEPENDENCIES] }), lacks)).toEqual([]);
		expect(await said(needs(), { ...lacks, platform: 'win32' })).toEqual([]);
	});

	it('is not needed where the driver is kept from an earlier installation', async () => {
		const installs = [{ ...N8N, path: '/home/Ada L/.cache', isCompiled: true }];
		expect(await said(needs({ installs }), { ...only(), reachesGitHub: never })).toEqual([]);
	});

	it('does not work in a folder with a blank', async () => {
		const installs = [{ ...N8N, path: '/home/Ada L/.cache' }];
		const [first, ...others] = await said(needs({ installs }), {});
		expect(first).toContain('a folder with a blank in its path, as in /home/Ada L/.cache.');
		expect(first).toContain('export LASTMILE_CACHE=/path/to/a/folder');
		expect(others).toEqual([]);
		const reachesGitHub = () => Promise.resolve(true);
		expect(await said(needs({ installs }), { reachesGitHub })).toEqual([]);
	});
});

describe('programs', () => {
	const program = (name: string, place?: string) => ({
		name,
		packages: [name.toLowerCase()],
		find: () => place,
	});
	const programs = [program('Chromium'), program('PostgreSQL', '/usr/bin'), program('Redis')];

	it('are told together, with the one command that installs them', async () => {
		expect(await said(needs({ programs }), {})).toEqual([
			'Missing: Chromium, Redis. On Debian and Ubuntu: sudo apt-get update && sudo apt-get install -y chromium redis',
		]);
	});

	it('are left to the command that installs them by itself', async () => {
		expect(await said(needs({ programs }), { installsPackages: true })).toEqual([]);
	});
});

describe('ports', () => {
	const ports = [
		{ name: 'n8n', option: '--n8n-port', port: 5678 },
		{ name: 'the sandbox', option: '--sandbox-port', port: 5700 },
		{ name: 'the mail server', option: '--smtp-port', port: 65_535 },
	];

	it('are told all at once', async () => {
		const isPortTaken = (port: number) => Promise.resolve(port !== 5700);
		expect(await said(needs({ ports }), { isPortTaken })).toEqual([
			'Port 5678, meant for n8n, is in use by another program on this computer. Choose another port, for example: npm start -- --n8n-port 5688',
			'Port 65535, meant for the mail server, is in use by another program on this computer. Choose another port, for example: npm start -- --smtp-port 65525',
		]);
	});

	it('must differ', async () => {
		const twice = ports.map((port) => ({ ...port, port: 5678 }));
		expect(await said(needs({ ports: twice }), {})).toEqual([
			'the sandbox and n8n cannot both use port 5678. Choose another port, for example: npm start -- --sandbox-port 5688',
			'the mail server and the sandbox cannot both use port 5678. Choose another port, for example: npm start -- --smtp-port 5688',
		]);
	});
});

it('says all that is missing in one list', async () => {
	const lacks = machine({
		nodeVersion: '20.1.0',
		isWritable: () => Promise.resolve(false),
		roomAt: () => Promise.resolve({ disk: 'a', bytes: 0 }),
		reachesRegistry: () => Promise.resolve(false),
		hasProgram: () => false,
		isPortTaken: () => Promise.resolve(true),
	});
	const port = { name: 'n8n', option: '--n8n-port', port: 5678 };
	const list = String(
		await requireMachine(needs({ ports: [port] }), lacks).catch((e: unknown) => e),
	);
	expect(list).toContain('so nothing was fetched or started:\n  1. Node.js 20.12');
	expect(list).toContain('\n     Install a newer one');
	expect(list.match(/^ +\d+\. /gm)).toHaveLength(8);
	expect(list).toMatch(/Then run the command again\.$/);
});

describe('this machine', () => {
	const here = thisMachine();

	it('finds its own programs, and none that does not exist', () => {
		expect(here.hasProgram('node')).toBe(true);
		expect(here.hasProgram('no-such-program-7')).toBe(false);
	});

	it('tells of a folder that is not there yet what holds for the one above it', async () => {
		const above = await here.roomAt(__dirname);
		const { disk, bytes } = await here.roomAt(`${__dirname}/not/there`);
		expect(disk).toBe(above.disk);
		expect(bytes).toBeGreaterThan(0);
		expect(await here.isWritable(`${__dirname}/not/there`)).toBe(true);
		expect(await here.isWritable(`${__filename}/below/a/file`)).toBe(false);
	});
});
