// What a document may hold beyond the one a page opens with. The schema brings it along, so that whoever reads a document
// has it; so do the views in which such a part can be chosen, and workers that are handed documents.
import "./allLaws.ts";
import "./sectionInputs.ts";
