// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { UserError } = require('../errors.cjs');

const GIGABYTE = 1024 ** 3;
/** What node-gyp asks for: the names of the programs, and the variable that names another one. */
const COMPILER = [
	{ name: 'Python 3', programs: ['python3', 'python'], setting: 'PYTHON' },
	{ name: 'make', programs: ['make', 'gmake'], setting: 'MAKE' },
	{ name: 'a C++ compiler', programs: ['c++', 'g++', 'clang++'], setting: 'CXX' },
];
/** How each kind of system gets all three of them. */
const COMPILER_COMMANDS = [
	['apt-get', 'sudo apt-get update && sudo apt-get install -y python3 make g++'],
	['dnf', 'sudo dnf install -y python3 make gcc-c++'],
	['xcode-select', 'xcode-select --install'],
];

async function requireMachine(needs, machine) {
	const problems = await problemsOf(needs, machine);
	if (problems.length === 0) return;
	const lines = problems.map(
		({ what, mend }, index) => `${String(index + 1).padStart(3)}. ${what}\n     ${mend}`,
	);
	throw new UserError(
		`This cannot work here yet, so nothing was fetched or started:\n${lines.join('\n')}\nThen run the command again.`,
	);
}

async function problemsOf(needs, machine) {
	// By their sentences, as two parts may lack the same.
	const problems = new Map();
	for (const check of [
		node,
		n8nNode,
		rights,
		paths,
		room,
		registry,
		compiler,
		programs,
		portProblems,
	]) {
		for (const problem of await check(needs, machine)) problems.set(problem.what, problem);
	}
	return [...problems.values()];
}

function node({ node: wanted }, { nodeVersion }) {
	if (isAtLeast(nodeVersion, wanted)) return [];
	return [
		{
			what: `Node.js ${wanted} or newer is needed; this is ${nodeVersion}.`,
			mend: 'Install a newer one from https://nodejs.org, or with nvm: nvm install 24',
		},
	];
}

function n8nNode({ n8nNode: wanted, installs }, { nodeVersion, bringsNode, platform, arch }) {
	const isAsked = wanted !== undefined && installs.some(({ isN8n }) => isN8n);
	if (!isAsked || bringsNode || isAtLeast(nodeVersion, wanted)) return [];
	return [
		{
			what: `n8n needs Node.js ${wanted} or newer, which cannot be fetched from npm for this kind of computer (${platform}, ${arch}); this is ${nodeVersion}.`,
			mend: `Install Node.js ${wanted} from https://nodejs.org, or with nvm: nvm install ${wanted}`,
		},
	];
}

function isAtLeast(version, wanted) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
	return major === wantedMajor ? minor >= wantedMinor : major > wantedMajor;
}

async function rights({ installs, folders }, machine) {
	const problems = [];
	for (const { path, setting } of [...installs, ...folders]) {
		if (await machine.isWritable(path)) continue;
		problems.push({
			what: `Nothing can be written to ${path}.`,
			mend: setting
				? `Choose a folder of your own: export ${setting}=/path/to/a/folder`
				: `Make it yours: sudo chown -R "$(id -un)" '${path}'`,
		});
	}
	return problems;
}

/** n8n puts the path of a node between apostrophes, in n8n-core's load-class-in-isolation.js. */
function paths({ installs, folders }, { platform }) {
	const unbearable = platform === 'win32' ? /'/ : /['\\\n]/;
	return [...installs, ...folders]
		.filter(({ holdsNodes, path }) => holdsNodes && unbearable.test(path))
		.map(({ path, setting }) => ({
			what: `n8n loads no node from a folder with an apostrophe or a backslash in its path, as in ${path}.`,
			mend: `Choose another folder: export ${setting}=/path/to/a/folder`,
		}));
}

async function room({ installs }, machine) {
	const disks = new Map();
	for (const { path, gigabytes, setting } of installs) {
		const { disk, bytes } = await machine.roomAt(path);
		const known = disks.get(disk) ?? { bytes, gigabytes: 0, path, setting: undefined };
		known.gigabytes += gigabytes;
		known.setting ??= setting;
		disks.set(disk, known);
	}
	return [...disks.values()]
		.filter(({ bytes, gigabytes }) => bytes < gigabytes * GIGABYTE)
		.map(({ bytes, gigabytes, path, setting }) => ({
			what: `The disk of ${path} has ${(bytes / GIGABYTE).toFixed(1)} GB free; ${gigabytes.toFixed(1)} GB are needed once.`,
			mend: setting
				? `Free some space, or choose a folder on another disk: export ${setting}=/path/to/a/folder`
				: 'Free some space.',
		}));
}

async function registry({ installs }, machine) {
	const isAsked = installs.some(({ gigabytes }) => gigabytes > 0);
	if (!isAsked || (await machine.reachesRegistry())) return [];
	return [
		{
			what: "npm's registry cannot be reached, and not everything is here yet.",
			mend: 'Connect to the internet, or tell npm your proxy: npm config set proxy http://proxy.example:8080. npm ping tells whether it works.',
		},
	];
}

/** n8n's database driver is compiled only where its prebuilt file, at GitHub, cannot be had. */
async function compiler({ installs }, machine) {
	const n8n = installs.find(({ isN8n, isCompiled }) => isN8n && !isCompiled);
	if (!n8n || machine.platform === 'win32') return [];
	const missing = COMPILER.filter(
		({ programs: names, setting }) =>
			!machine.env[setting] && !names.some((name) => machine.hasProgram(name)),
	);
	const hasBlank = /\s/.test(n8n.path);
	if ((missing.length === 0 && !hasBlank) || (await machine.reachesGitHub())) return [];
	const reason = "n8n's database driver has to be compiled, as github.com does not give it here";
	const problems = [];
	if (missing.length > 0) {
		const command = COMPILER_COMMANDS.find(([program]) => machine.hasProgram(program))?.[1];
		const names = missing.map(({ name }) => name).join(', ');
		problems.push({ what: `${reason}; missing: ${names}.`, mend: command ?? 'Install them.' });
	}
	if (hasBlank) {
		problems.push({
			what: `${reason}, and that does not work in a folder with a blank in its path, as in ${n8n.path}.`,
			mend: `Choose another folder: export ${n8n.setting}=/path/to/a/folder`,
		});
	}
	return problems;
}

function programs({ programs: wanted }, { installsPackages }) {
	const missing = wanted.filter(({ find }) => find() === undefined);
	if (missing.length === 0 || installsPackages) return [];
	const packages = missing.flatMap((program) => program.packages).join(' ');
	return [
		{
			what: `Missing: ${missing.map(({ name }) => name).join(', ')}.`,
			mend: `On Debian and Ubuntu: sudo apt-get update && sudo apt-get install -y ${packages}`,
		},
	];
}

async function portProblems({ ports: wanted }, machine) {
	const problems = [];
	const seen = new Map();
	for (const { name, option, port } of wanted) {
		const other = seen.get(port);
		seen.set(port, name);
		const taken = other === undefined && (await machine.isPortTaken(port));
		if (other === undefined && !taken) continue;
		problems.push({
			what:
				other === undefined
					? `Port ${port}, meant for ${name}, is in use by another program on this computer.`
					: `${name} and ${other} cannot both use port ${port}.`,
			mend: `Choose another port, for example: npm start -- ${option} ${port < 65_525 ? port + 10 : port - 10}`,
		});
	}
	return problems;
}

module.exports = { portProblems, problemsOf, requireMachine };
