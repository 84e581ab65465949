import type {AgentsFit, AgentsParameter} from "../../laws/agentsFit.ts";
import type {Agents} from "../../scenario/schema.ts";
import {agentsRefits} from "../../simulation/agentsRefits.ts";
import type {AgentsRefits} from "../../simulation/agentsRefits.ts";

/** A fit whose interval is asked for. */
export interface RefitsAsked {
  readonly section: Agents;
  readonly law: AgentsFit["law"];
  readonly free: readonly AgentsParameter[];
  readonly uncertainty: {readonly seed: number; readonly draws: number};
}

self.onmessage = ({data: {section, law, free, uncertainty}}: MessageEvent<RefitsAsked>) => {
  const answer: AgentsRefits | undefined = agentsRefits(section, {law}, free, uncertainty);
  self.postMessage(answer);
};
