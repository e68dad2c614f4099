/**
 * Installs packages of Debian, where that can be done. Whether they are there afterwards is for the
 * caller to look at.
 */
export function installPackages(...packages: string[]): Promise<void>;
