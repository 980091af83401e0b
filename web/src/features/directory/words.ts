// The professional roles of those who take part; a person's seat holds the key.

export const functionWords: Record<string, string> = {
  school_improvement_lead: 'School improvement lead',
  title_i_director: 'Title I director',
  school_leadership: 'School leadership',
  deputy_superintendent: 'Deputy superintendent',
  associate_superintendent: 'Associate superintendent',
  principal_supervisor: 'Principal supervisor',
  family_engagement: 'Family and community engagement',
  accountability_data: 'Accountability and data',
  federal_programs: 'Other federal programs',
  district_leader: 'District leader (guest)',
  ta_provider: 'Technical assistance provider',
  comprehensive_center: 'Comprehensive Center staff',
  subject_expert: 'Subject matter expert',
};
