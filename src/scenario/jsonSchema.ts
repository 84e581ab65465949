import {z} from "zod";
import {shapes} from "./quantity.ts";
import {quantityKinds, scenarioSchema} from "./schema.ts";
import {formatJson} from "./write.ts";

const number = {anyOf: [{type: "number"}, {type: "string"}]};

/** The forms a quantity may be written in; what a text may say is read by `parseQuantity`. */
const quantityForms = {
  anyOf: [
    {type: "number"},
    {type: "string"},
    {
      type: "object",
      properties: {low: number, high: number, shape: {enum: shapes}},
      required: ["low", "high"],
      additionalProperties: false
    },
    {
      type: "object",
      properties: {value: number, low: number, high: number, shape: {enum: shapes}},
      required: ["value", "low", "high"],
      additionalProperties: false
    }
  ]
};

/** The JSON Schema of scenario files, as published in `scenarios/scenario.schema.json`. */
export function jsonSchema(): string {
  const schema = z.toJSONSchema(scenarioSchema, {
    io: "input",
    unrepresentable: "any",
    override: ({zodSchema, jsonSchema: json}) => {
      if (quantityKinds.has(zodSchema as unknown as z.ZodType)) Object.assign(json, {$ref: "#/$defs/quantity"});
    }
  });
  return `${formatJson({...schema, $defs: {...schema.$defs, quantity: {description: 'A number, an interval of 90 % or a text as people write it: 2.24e24, "3 to 10", "over 10x", "2.38M H100-hours at 40% of BF16 peak".', ...quantityForms}}})}\n`;
}
