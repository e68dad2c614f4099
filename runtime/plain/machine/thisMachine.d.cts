/** What is known of a machine before anything is installed on it. */
export interface Machine {
	/** Of the running Node.js, without a leading `v`. */
	nodeVersion: string;
	platform: string;
	arch: string;
	env: NodeJS.ProcessEnv;
	/** Whether npm has a package that brings n8n's Node.js for it. */
	bringsNode: boolean;
	/** Whether packages of Debian can be installed by a command. */
	installsPackages: boolean;
	/** Whether a program is on the path. */
	hasProgram: (name: string) => boolean;
	/** Whether something listens on a port of loopback. */
	isPortTaken: (port: number) => Promise<boolean>;
	/** Whether files can be made in a folder, which need not be there yet. */
	isWritable: (path: string) => Promise<boolean>;
	/** Free bytes at a folder, which need not be there yet, and the disk that they are on. */
	roomAt: (path: string) => Promise<{ disk: string; bytes: number }>;
	/** Whether github.com, where n8n's database driver has its prebuilt files, answers. */
	reachesGitHub: () => Promise<boolean>;
	/** Whether npm's registry answers. */
	reachesRegistry: () => Promise<boolean>;
}

/** The machine that this runs on. */
export function thisMachine(): Machine;
