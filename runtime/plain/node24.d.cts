/** The oldest Node.js that n8n runs on. */
export const N8N_NODE: string;

/** The npm package that brings Node 24 for a machine, or undefined where there is none. */
export function nodePackage(platform?: string, arch?: string): string | undefined;

/**
 * Path of a Node that n8n runs on: the one installed beside n8n, else this process' own if it
 * is new enough. Throws a UserError where there is neither.
 */
export function nodeBinary(dir: string): string;
