"""Any FollowTheMoney data set, one entity a line (``entities.ftm.json``), such as those of OpenSanctions."""
