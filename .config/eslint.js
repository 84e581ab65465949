import {fileURLToPath} from "node:url";
import {defineConfig, globalIgnores} from "eslint/config";
import tseslint from "typescript-eslint";

const restrictedInSource = [
  {selector: "ExportDefaultDeclaration", message: "Exports have names."},
  {selector: "ExportSpecifier[exported.name='default']", message: "Exports have names."},
  {
    // array[i]! is how a loop over an array is written; all other absences are handled.
    selector: "TSNonNullExpression:not([expression.type='MemberExpression'][expression.computed=true])",
    message: "Handle what may be absent."
  }
];

export default defineConfig(
  globalIgnores(["dist", "coverage", "**/*.d.ts"]),
  {
    files: ["**/*.{js,ts,tsx}"],
    linterOptions: {reportUnusedDisableDirectives: "error"},
    rules: {
      eqeqeq: ["error", "always", {null: "ignore"}],
      "no-constant-binary-expression": "error",
      "no-self-compare": "error",
      "no-template-curly-in-string": "error",
      "no-unmodified-loop-condition": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error"
    }
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {projectService: true, tsconfigRootDir: fileURLToPath(new URL("..", import.meta.url))}
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", {disallowTypeAnnotations: false}],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", {considerDefaultExhaustiveForUnions: true}],
      // Numbers stand in templates as they are.
      "@typescript-eslint/restrict-template-expressions": ["error", {allowNumber: true, allowBoolean: true}],
      "@typescript-eslint/no-confusing-void-expression": "off",
      // A handler of an event may be asynchronous.
      "@typescript-eslint/no-misused-promises": ["error", {checksVoidReturn: {attributes: false, arguments: false}}],
      // noUnusedLocals and noUnusedParameters of the compiler say it already.
      "@typescript-eslint/no-unused-vars": "off",
      // Type parameters name what a call answers: JSON.parse, page.evaluate.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // Both ways of writing are clear, and the compiler holds the rest.
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/prefer-nullish-coalescing": ["error", {ignorePrimitives: {string: true, boolean: true}}],
      // In src only array[i]! is let through, by the rule on syntax below; tests may assert.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Functions are taken out of the objects of libraries everywhere.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-misused-spread": ["error", {allow: ["string"]}],
      // The two slowest of all; there are hardly any enums and classes here.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      // With noPropertyAccessFromIndexSignature the brackets are needed.
      "@typescript-eslint/dot-notation": "off"
    }
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-syntax": ["error", ...restrictedInSource],
      "no-console": "error"
    }
  },
  {
    files: ["src/cli/**"],
    rules: {"no-console": "off"}
  },
  {
    // What a test reads back with JSON.parse is checked by what it expects.
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off"
    }
  }
);
