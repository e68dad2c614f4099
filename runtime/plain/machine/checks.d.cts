import type { Program } from '../apt.cjs';
import type { Machine } from './thisMachine.cjs';

/** A folder that a command writes to. */
export interface NeededFolder {
	path: string;
	/** The environment variable that chooses another one. */
	setting?: string;
	/** Whether n8n loads nodes from there. */
	holdsNodes?: boolean;
}

/** Something that is fetched from npm's registry into a folder. */
export interface NeededInstall extends NeededFolder {
	/** What it takes on the disk, with what npm keeps of it in its own cache; 0 where it was fetched. */
	gigabytes: number;
	/** Whether it is an n8n, which brings a Node.js and has a part to be compiled. */
	isN8n?: boolean;
	/** Whether that part is kept from an earlier installation. */
	isCompiled?: boolean;
}

export interface NeededPort {
	/** What wants to listen there, e.g. `n8n`. */
	name: string;
	/** Option of the command that chooses another one, e.g. `--n8n-port`. */
	option: string;
	port: number;
}

/** What a command asks of the machine that it runs on. */
export interface Needs {
	/** The oldest Node.js that it runs on, e.g. `20.12`. */
	node: string;
	/** The oldest Node.js that n8n runs on. */
	n8nNode?: string;
	installs: readonly NeededInstall[];
	folders: readonly NeededFolder[];
	programs: readonly Program<string>[];
	ports: readonly NeededPort[];
}

export interface Problem {
	/** A sentence that says what is missing. */
	what: string;
	/** How to mend it, with the command. */
	mend: string;
}

/** Everything that `machine` lacks of what is needed, in the order in which it is mended. */
export function problemsOf(needs: Needs, machine: Machine): Promise<Problem[]>;

/** Of that, what its ports lack. */
export function portProblems(needs: Pick<Needs, 'ports'>, machine: Machine): Promise<Problem[]>;

/** Throws a UserError that lists all that is missing, each with what mends it. */
export function requireMachine(needs: Needs, machine: Machine): Promise<void>;
